package io.productsnap.core.session;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.standin.House.PASSWORD;
import static io.productsnap.core.standin.House.SIGN_IN_MAILS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.person.Client;
import io.productsnap.core.standin.House;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NewSignInTest {

    private static final Client LAPTOP = new Client("198.51.100.4", "<b>Firefox</b> on a laptop");

    private final House house = new House();
    private String device = "";

    @BeforeEach
    void open() {
        device = house.anAccount().device();
        mails();
    }

    private Optional<Tokens> logIn(String password, Optional<String> deviceToken) {
        return house.logIn.logIn(ANNS_ADDRESS, password, new Visit(LAPTOP, deviceToken), new TokensAlone());
    }

    private static final class TokensAlone implements LogIn.Answers<Optional<Tokens>> {
        @Override
        public Optional<Tokens> loggedIn(Tokens tokens) {
            return Optional.of(tokens);
        }

        @Override
        public Optional<Tokens> wrong() {
            return Optional.empty();
        }

        @Override
        public Optional<Tokens> disabled() {
            return Optional.empty();
        }

        @Override
        public Optional<Tokens> tooMany(Duration retryAfter) {
            return Optional.empty();
        }
    }

    /** Those that were written since this was last asked. */
    private List<Mail> mails() {
        return house.stores.outbox().take(100, Duration.ofDays(1), house.clock.instant()).stream()
                .map(Waiting::mail)
                .toList();
    }

    @Test
    void aLoginOnADeviceThatIsNotKnownIsTold() {
        logIn(PASSWORD, Optional.empty());

        List<Mail> told = mails();
        assertEquals(1, told.size());
        Mail mail = told.get(0);
        assertEquals(ANNS_ADDRESS, mail.to());
        assertEquals("New sign-in to your account", mail.subject());
        assertTrue(mail.text().contains("198.51.100.4"), mail.text());
        assertTrue(mail.text().contains("<b>Firefox</b> on a laptop"), mail.text());
        assertTrue(mail.text().contains("https://shop.example/forgot-password"), mail.text());
        assertTrue(mail.html().contains("&lt;b&gt;Firefox&lt;/b&gt; on a laptop"), mail.html());
    }

    @Test
    void theNextLoginOnThatDeviceIsNot() {
        String itsToken = logIn(PASSWORD, Optional.empty()).orElseThrow().device();
        mails();

        assertTrue(logIn(PASSWORD, Optional.of(itsToken)).isPresent());
        assertTrue(logIn(PASSWORD, Optional.of(device)).isPresent());

        assertEquals(List.of(), mails());
    }

    @Test
    void whoDoesNotGetInIsNotTold() {
        logIn("wrong horse", Optional.empty());
        house.stores.accounts().disable(house.ann().id(), anEntry(house.ann().id(), "account.disable"));
        logIn(PASSWORD, Optional.empty());

        assertEquals(List.of(), mails());
    }

    @Test
    void nobodyFillsAMailboxByLoggingInAgainAndAgain() {
        for (int i = 0; i < 10; i++) {
            assertTrue(logIn(PASSWORD, Optional.empty()).isPresent());
        }
        assertEquals(SIGN_IN_MAILS.count(), mails().size());

        house.clock.turn(SIGN_IN_MAILS.per());
        logIn(PASSWORD, Optional.empty());
        assertEquals(1, mails().size());
    }

    @Test
    void noTokenIsInTheMail() {
        Tokens tokens = logIn(PASSWORD, Optional.empty()).orElseThrow();

        String text = mails().get(0).text();
        assertFalse(text.contains(tokens.device()));
        assertFalse(text.contains(tokens.refresh()));
    }
}
