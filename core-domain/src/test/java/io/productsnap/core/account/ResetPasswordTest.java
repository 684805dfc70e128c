package io.productsnap.core.account;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.PHONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.session.Tokens;
import io.productsnap.core.standin.House;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResetPasswordTest {

    private static final String NEW = "a better password";

    private final House house = new House();
    private final Tokens tokens = house.anAccount();
    private final String token = aToken();

    private String aToken() {
        house.newMails();
        house.forgotPassword.ask(ANNS_ADDRESS, PHONE, new ForgotPassword.Answers<Boolean>() {
            @Override
            public Boolean heard() {
                return true;
            }

            @Override
            public Boolean tooMany(Duration retryAfter) {
                return false;
            }

            @Override
            public Boolean busy() {
                return false;
            }
        });
        return house.mailedToken();
    }

    private static final class InWords implements ResetPassword.Answers<String> {
        @Override
        public String reset() {
            return "reset";
        }

        @Override
        public String invalid(Complaint complaint) {
            return complaint.field();
        }

        @Override
        public String badLink() {
            return "bad link";
        }
    }

    private String reset(String link, String password) {
        return house.resetPassword.reset(link, password, PHONE, new InWords());
    }

    @Test
    void theLinkSetsThePasswordOnce() {
        assertEquals("reset", reset(token, NEW));
        assertEquals("bad link", reset(token, "a third password"));

        assertTrue(house.hasher.matches(NEW, house.ann().passwordHash()));
        assertTrue(house.ann().standing().emailVerified());
        assertEquals(Optional.empty(), house.onAnotherNode().caller(tokens.access()));
        assertEquals("password.reset", house.recorded().get(0).action());
    }

    @Test
    void theOwnerIsToldFromWhereItWasChanged() {
        reset(token, NEW);

        Mail mail = house.newMails().get(0);
        assertEquals(ANNS_ADDRESS, mail.to());
        assertEquals("Your password was changed", mail.subject());
        assertTrue(mail.text().contains("192.0.2.7"), mail.text());
        assertTrue(mail.text().contains("https://shop.example/forgot-password\n"), mail.text());
    }

    @Test
    void aBadPasswordSpendsNothing() {
        assertEquals("new_password", reset(token, "short"));
        assertEquals("new_password", reset(token, "x".repeat(129)));

        assertEquals("reset", reset(token, NEW));
    }

    @Test
    void twentyAtOnceResetItOnce() {
        List<String> answers = AtOnce.times(20, thread -> reset(token, NEW + thread));

        assertEquals(1, Collections.frequency(answers, "reset"));
        assertEquals(19, Collections.frequency(answers, "bad link"));
        assertTrue(
                house.hasher.matches(NEW + answers.indexOf("reset"), house.ann().passwordHash()));
    }

    @Test
    void theLinkIsGoodForAnHour() {
        house.clock.turn(Duration.ofHours(1));

        assertEquals("bad link", reset(token, NEW));
    }

    @Test
    void aNewerLinkVoidsTheOlder() {
        String newer = aToken();

        assertEquals("bad link", reset(token, NEW));
        assertEquals("reset", reset(newer, NEW));
    }

    @Test
    void whatWasNotMailedIsNotEvenHashed() {
        int before = house.hasher.hashes();

        assertEquals("bad link", reset("", NEW));
        assertEquals("bad link", reset("a".repeat(43), NEW));
        assertEquals("bad link", reset(token + "x", NEW));
        assertEquals("bad link", reset("x".repeat(1_000_000), NEW));

        assertEquals(before, house.hasher.hashes());
    }
}
