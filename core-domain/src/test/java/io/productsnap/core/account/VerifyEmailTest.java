package io.productsnap.core.account;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.standin.House.ACCOUNTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.standin.House;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VerifyEmailTest {

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})\\s");

    private final House house = new House();

    @BeforeEach
    void open() {
        house.anAccount();
    }

    private static final class InWords implements VerifyEmail.Answers<String> {
        @Override
        public String sent() {
            return "sent";
        }

        @Override
        public String alreadyVerified() {
            return "already verified";
        }

        @Override
        public String tooMany(Duration retryAfter) {
            return "wait";
        }
    }

    private String resend() {
        return house.verifyEmail.resend(house.ann().id(), PHONE, new InWords());
    }

    /** What the link in the one mail that waits carries. */
    private String mailedToken() {
        List<Waiting> mails = house.stores.outbox().take(10, Duration.ofDays(9), house.clock.instant());
        assertEquals(1, mails.size());
        Matcher token = TOKEN.matcher(mails.get(0).mail().text());
        assertTrue(token.find());
        return token.group(1);
    }

    private boolean verify(String token) {
        return house.verifyEmail.verify(token, PHONE);
    }

    @Test
    void theMailedLinkVerifiesTheAddressOnce() {
        String token = mailedToken();

        assertTrue(verify(token));
        assertFalse(verify(token));

        assertTrue(house.ann().standing().emailVerified());
    }

    @Test
    void twentyAtOnceVerifyItOnce() {
        String token = mailedToken();

        List<Boolean> verified = AtOnce.times(20, thread -> verify(token));

        assertEquals(1, Collections.frequency(verified, true));
    }

    @Test
    void whatWasNotMailedVerifiesNothing() {
        String token = mailedToken();

        assertFalse(verify(""));
        assertFalse(verify("a".repeat(43)));
        assertFalse(verify(token.substring(1)));
        assertFalse(verify(token + "x"));
        assertFalse(verify("x".repeat(1_000_000)));

        assertFalse(house.ann().standing().emailVerified());
        assertTrue(verify(token));
    }

    @Test
    void theLinkIsGoodForADay() {
        String token = mailedToken();
        house.clock.turn(Duration.ofHours(24));

        assertFalse(verify(token));
    }

    @Test
    void anotherMailVoidsTheLinkOfTheFirst() {
        String first = mailedToken();

        assertEquals("sent", resend());

        String second = mailedToken();
        assertFalse(verify(first));
        assertTrue(verify(second));
    }

    @Test
    void whoIsVerifiedGetsNoMoreMails() {
        verify(mailedToken());

        assertEquals("already verified", resend());

        assertEquals(1, house.stores.outbox().waiting());
    }

    @Test
    void mailsOfOneClientAreLimited() {
        List<String> answers = AtOnce.times(20, thread -> resend());

        assertEquals(ACCOUNTS.count(), Collections.frequency(answers, "sent"));
        assertEquals(1 + ACCOUNTS.count(), house.stores.outbox().waiting());
    }

    @Test
    void nobodyGetsNoMail() {
        assertThrows(IllegalArgumentException.class, () -> house.verifyEmail.resend(aUserId(), PHONE, new InWords()));
    }
}
