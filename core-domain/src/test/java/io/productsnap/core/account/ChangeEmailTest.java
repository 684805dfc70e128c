package io.productsnap.core.account;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.standin.House.LOGINS;
import static io.productsnap.core.standin.House.PASSWORD;
import static io.productsnap.core.standin.House.RECIPIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.session.Authenticate.Caller;
import io.productsnap.core.standin.House;
import io.productsnap.core.user.User;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangeEmailTest {

    private static final EmailAddress OTHER = new EmailAddress("other@example.com");

    private final House house = new House();
    private final Caller ann = house.caller(house.anAccount());

    @BeforeEach
    void readMails() {
        house.newMails();
    }

    private static final class InWords implements ChangeEmail.Answers<String>, ChangeEmail.Confirmations<String> {
        @Override
        public String asked() {
            return "asked";
        }

        @Override
        public String changed() {
            return "changed";
        }

        @Override
        public String taken() {
            return "taken";
        }

        @Override
        public String badLink() {
            return "bad link";
        }

        @Override
        public String invalid(Complaint complaint) {
            return complaint.message();
        }

        @Override
        public String wrongPassword() {
            return "wrong";
        }

        @Override
        public String tooMany(Duration retryAfter) {
            return "wait " + retryAfter;
        }
    }

    private String ask(String wanted, String password) {
        return house.changeEmail.ask(ann.user(), wanted, password, PHONE, new InWords());
    }

    private String confirm(String token) {
        return house.changeEmail.confirm(token, PHONE, new InWords());
    }

    @Test
    void nothingChangesUntilTheLinkComesBackFromTheNewAddress() {
        User before = house.ann();

        assertEquals("asked", ask(" Other@Example.COM ", PASSWORD));

        assertEquals(before, house.ann());
        Mail mail = house.newMails().get(0);
        assertEquals(OTHER, mail.to());
        assertTrue(mail.text().contains("https://shop.example/confirm-email?token="), mail.text());
        assertEquals("email.change-ask", house.recorded().get(0).action());
    }

    @Test
    void theLinkChangesTheAddressAndTheOldOneIsTold() {
        ask(OTHER.value(), PASSWORD);
        String token = house.mailedToken();

        assertEquals("changed", confirm(token));
        assertEquals("bad link", confirm(token));

        assertEquals(ann.user(), house.user(OTHER).id());
        assertTrue(house.user(OTHER).standing().emailVerified());
        Mail mail = house.newMails().get(0);
        assertEquals(ANNS_ADDRESS, mail.to());
        assertEquals("Your mail address was changed", mail.subject());
        assertFalse(mail.text().contains(OTHER.value()), mail.text());
        assertEquals("email.change", house.recorded().get(0).action());
    }

    @Test
    void twentyAtOnceFollowItOnce() {
        ask(OTHER.value(), PASSWORD);
        String token = house.mailedToken();

        List<String> answers = AtOnce.times(20, thread -> confirm(token));

        assertEquals(1, Collections.frequency(answers, "changed"));
        assertEquals(19, Collections.frequency(answers, "bad link"));
    }

    @Test
    void thatAnAddressIsTakenIsToldOnlyToWhoReadsItsMail() {
        house.stores.accounts().register(anAccount().email(OTHER.value()).create());
        house.newMails();

        assertEquals("asked", ask(OTHER.value(), PASSWORD));

        String token = house.mailedToken();
        assertEquals("taken", confirm(token));
        assertEquals(ann.user(), house.ann().id());
    }

    @Test
    void aNewerLinkVoidsTheOlder() {
        ask(OTHER.value(), PASSWORD);
        String older = house.mailedToken();
        ask("third@example.com", PASSWORD);

        assertEquals("bad link", confirm(older));
        assertEquals("changed", confirm(house.mailedToken()));
        assertEquals(
                ann.user(), house.user(new EmailAddress("third@example.com")).id());
    }

    @Test
    void theLinkIsGoodForAnHour() {
        ask(OTHER.value(), PASSWORD);
        String token = house.mailedToken();
        house.clock.turn(Duration.ofHours(1));

        assertEquals("bad link", confirm(token));
        assertEquals("bad link", confirm("x".repeat(1_000_000)));
    }

    @Test
    void aWrongPasswordAsksForNothingAndIsCounted() {
        List<String> answers = AtOnce.times(20, thread -> ask(OTHER.value(), "wrong horse"));

        assertEquals(LOGINS.count(), Collections.frequency(answers, "wrong"));
        assertEquals("wait " + LOGINS.per(), ask(OTHER.value(), PASSWORD));
        assertEquals(List.of(), house.newMails());
    }

    @Test
    void aStrangersMailboxIsNotFilledAndNobodyIsToldThatItWouldBe() {
        for (int i = 0; i < 10; i++) {
            assertEquals("asked", ask(OTHER.value(), PASSWORD));
        }

        assertEquals(RECIPIENT.count(), house.newMails().size());
    }

    @Test
    void whatIsNoOtherAddressIsComplainedOf() {
        assertEquals("This is not a mail address.", ask("nobody", PASSWORD));
        assertEquals("This is your address already.", ask("Ann@example.com", PASSWORD));
    }
}
