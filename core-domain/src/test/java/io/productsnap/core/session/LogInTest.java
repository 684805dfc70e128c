package io.productsnap.core.session;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aMail;
import static io.productsnap.core.contract.AccountExamples.aResetLink;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.standin.House.LOGINS;
import static io.productsnap.core.standin.House.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.standin.House;
import io.productsnap.core.user.OneTimeLink;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LogInTest {

    private static final EmailAddress NOBODYS = new EmailAddress("nobody@example.com");

    private final House house = new House();

    @BeforeEach
    void open() {
        house.anAccount();
    }

    private String logIn(EmailAddress email, String password, Client client) {
        return house.logIn.logIn(email, password, new Visit(client, Optional.empty()), new LoginInWords());
    }

    private String logIn(String password) {
        return logIn(ANNS_ADDRESS, password, PHONE);
    }

    private List<String> actionsRefused() {
        return house.recorded().stream()
                .filter(entry -> entry.outcome() == AuditEntry.Outcome.REFUSED)
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    void whoKnowsThePasswordIsIn() {
        assertEquals("in", logIn(PASSWORD));

        AuditEntry entry = house.recorded().get(0);
        assertEquals(AuditEntry.done(house.clock.instant(), house.ann().id(), "session.open", PHONE), entry);
    }

    @Test
    void aWrongPasswordIsWrongAndOnRecord() {
        assertEquals("wrong", logIn("wrong horse"));

        AuditEntry entry = house.recorded().get(0);
        assertEquals(
                AuditEntry.refused(
                        house.clock.instant(), Optional.of(house.ann().id()), "session.open", PHONE),
                entry);
    }

    @Test
    void anUnknownAddressIsAnsweredTheSameAndCostsTheSame() {
        int before = house.hasher.hashes();
        assertEquals("wrong", logIn("wrong horse"));
        int ofWrongPassword = house.hasher.hashes() - before;

        assertEquals("wrong", logIn(NOBODYS, "wrong horse", PHONE));

        assertEquals(1, ofWrongPassword);
        assertEquals(before + 2, house.hasher.hashes());
        assertEquals(Optional.empty(), house.recorded().get(0).who());
    }

    @Test
    void aPasswordThatIsTooLongIsNeverHashed() {
        int before = house.hasher.hashes();

        assertEquals("wrong", logIn("x".repeat(100_000)));
        assertEquals("wrong", logIn(NOBODYS, "x".repeat(100_000), PHONE));

        assertEquals(before, house.hasher.hashes());
    }

    @Test
    void fiftyWrongPasswordsAtOnceAreFive() {
        int before = house.hasher.hashes();

        List<String> answers = AtOnce.times(50, thread -> logIn("wrong horse"));

        assertEquals(5, Collections.frequency(answers, "wrong"));
        assertEquals(45, Collections.frequency(answers, "wait PT5M"));
        assertEquals(before + 5, house.hasher.hashes());
        assertEquals(5, actionsRefused().size());
    }

    @Test
    void theSixthIsRefusedEvenWhenItIsRight() {
        for (int i = 0; i < LOGINS.count(); i++) {
            logIn("wrong horse");
        }

        assertEquals("wait PT5M", logIn(PASSWORD));

        house.clock.turn(LOGINS.per());
        assertEquals("in", logIn(PASSWORD));
    }

    @Test
    void aRightPasswordUsesUpNothing() {
        for (int i = 0; i < 50; i++) {
            assertEquals("in", logIn(PASSWORD));
        }
        for (int i = 0; i < LOGINS.count(); i++) {
            assertEquals("wrong", logIn("wrong horse"));
        }
        assertTrue(logIn("wrong horse").startsWith("wait"));
    }

    @Test
    void aRightPasswordForgivesNothing() {
        for (int i = 0; i < LOGINS.count() - 1; i++) {
            logIn("wrong horse");
        }
        assertEquals("in", logIn(PASSWORD));

        assertEquals("wrong", logIn("wrong horse"));
        assertTrue(logIn("wrong horse").startsWith("wait"));
    }

    @Test
    void anotherClientIsNotKeptWaiting() {
        for (int i = 0; i < LOGINS.count(); i++) {
            logIn("wrong horse");
        }

        assertEquals("in", logIn(ANNS_ADDRESS, PASSWORD, new Client("192.0.2.8", "")));
    }

    @Test
    void whoIsDisabledIsToldSoOnlyWithTheRightPassword() {
        house.stores.accounts().disable(house.ann().id(), anEntry(house.ann().id(), "account.disable"));

        assertEquals("disabled", logIn(PASSWORD));
        assertEquals("wrong", logIn("wrong horse"));

        assertEquals(List.of("session.open", "session.open"), actionsRefused());
    }

    @Test
    void whoLogsInWithAPasswordThatIsChangedAtThatMomentIsNotLeftIn() {
        OneTimeLink link = aResetLink(house.ann().id());
        house.stores.accounts().sendLink(link, aMail(), anEntry(link.user(), "password.forgot"));
        house.hasher.afterMatching(() -> house.stores
                .credentials()
                .reset(link.tokenHash(), "plain:another", aMail(), anEntry(link.user(), "password.reset")));

        assertEquals("wrong", logIn(PASSWORD));

        assertEquals(List.of("session.open"), actionsRefused());
        assertEquals("wrong", logIn(PASSWORD));
        assertEquals("in", logIn("another"));
    }

    @Test
    void aWeakHashIsMadeAnewAtLogin() {
        house.stores.users().rehash(house.ann().id(), house.ann().passwordHash(), "weak:" + PASSWORD);

        assertEquals("wrong", logIn("wrong horse"));
        assertEquals("weak:" + PASSWORD, house.ann().passwordHash());
        assertEquals("in", logIn(PASSWORD));

        assertEquals("plain:" + PASSWORD, house.ann().passwordHash());
        assertEquals("in", logIn(PASSWORD));
    }

    @Test
    void aHouseholdOfIpv6IsOneClient() {
        for (int i = 0; i < LOGINS.count(); i++) {
            assertEquals("wrong", logIn(ANNS_ADDRESS, "wrong horse", new Client("2001:db8:1:2:" + i + "::1", "")));
        }

        assertEquals("wait PT5M", logIn(ANNS_ADDRESS, PASSWORD, new Client("2001:db8:1:2:ffff::9", "")));
        assertEquals("in", logIn(ANNS_ADDRESS, PASSWORD, new Client("2001:db8:1:3::1", "")));
    }

    @Test
    void thePasswordIsInNoRecord() {
        logIn("wrong horse");
        logIn(PASSWORD);

        assertTrue(house.recorded().stream().noneMatch(entry -> entry.toString().contains("horse")));
    }
}
