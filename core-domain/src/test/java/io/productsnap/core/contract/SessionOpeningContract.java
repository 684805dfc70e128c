package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.aMail;
import static io.productsnap.core.contract.AccountExamples.aSession;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may open a session, and how long it lives by itself. */
interface SessionOpeningContract extends SessionSteps {

    @Test
    default void anOpenedSessionIsLiveAndOnRecord() {
        Session first = anOpenSession();
        Session second = aSession(first.user());

        stores().sessions().open(second, anEntry(first.user(), "session.open"));

        assertEquals(Optional.of(second), live(second, NOW));
        assertEquals(Optional.of(first), live(first, NOW));
        assertEquals(List.of("account.open", "session.open"), recorded());
    }

    @Test
    default void aMailThatTellsOfASessionIsWrittenWithIt() {
        Session first = anOpenSession();
        outbox();
        Mail told = aMail();

        assertTrue(
                stores().sessions().open(aSession(first.user()), anEntry(first.user(), "session.open"), List.of(told)));

        assertEquals(List.of(told), outbox());
    }

    @Test
    default void aSessionThatIsNotOpenedIsToldToNobody() {
        UserId ann = anOpenSession().user();
        outbox();
        stores().accounts().disable(ann, anEntry(ann, "account.disable"));

        assertFalse(stores().sessions().open(aSession(ann), anEntry(ann, "session.open"), List.of(aMail())));

        assertEquals(List.of(), outbox());
    }

    /** What waits in it; it is not given out again. */
    private List<Mail> outbox() {
        return stores().outbox().take(10, Duration.ofDays(1), NOW).stream()
                .map(Waiting::mail)
                .toList();
    }

    @Test
    default void nobodyHasNoSessionAndLeavesNoRecord() {
        Session session = aSession(aUserId());

        assertFalse(stores().sessions().open(session, anEntry(session.user(), "session.open")));

        assertEquals(Optional.empty(), live(session, NOW));
        assertEquals(List.of(), recorded());
    }

    @Test
    default void whoeverIsShutOutOpensNoneAndLeavesNoRecord() {
        UserId ann = anOpenSession().user();
        stores().accounts().disable(ann, anEntry(ann, "account.disable"));
        Session session = aSession(ann);

        assertFalse(stores().sessions().open(session, anEntry(ann, "session.open")));

        assertEquals(Optional.empty(), live(session, NOW));
        assertFalse(recorded().contains("session.open"));
    }

    @Test
    default void aSessionEndsAtItsAbsoluteEnd() {
        Session session = anOpenSession();

        assertEquals(Optional.of(session), live(session, session.expiresAt().minusSeconds(1)));
        assertEquals(Optional.empty(), live(session, session.expiresAt()));
    }

    @Test
    default void onlyTheSessionsWhoseLifeIsOverAreForgotten() {
        Session over = anOpenSession();
        for (int i = 0; i < 700; i++) {
            stores().sessions().open(aSession(over.user()), anEntry(over.user(), "session.open"));
        }
        Instant end = over.expiresAt();
        Session lives = new Session(
                new SessionId(Examples.anId()),
                over.user(),
                over.client(),
                0,
                over.createdAt(),
                over.lastUsedAt(),
                end.plusSeconds(1));
        stores().sessions().open(lives, anEntry(over.user(), "session.open"));
        assertEquals(0, stores().sessions().forgetExpired(end.minusSeconds(1)));

        assertEquals(701, stores().sessions().forgetExpired(end));

        assertEquals(Optional.of(lives), live(lives, end));
        assertEquals(0, stores().sessions().forgetExpired(end));
    }

    @Test
    default void aUsersSessionsAreTheirsAndOpen() {
        Session phone = anOpenSession();
        Session laptop = aSession(phone.user());
        Session tablet = aSession(phone.user());
        stores().sessions().open(laptop, anEntry(phone.user(), "session.open"));
        stores().sessions().open(tablet, anEntry(phone.user(), "session.open"));
        register(anAccount().email("bob@example.com"));
        end(tablet);

        assertEquals(
                Set.of(phone, laptop),
                Set.copyOf(stores().sessions()
                        .ofUser(phone.user(), phone.expiresAt().minusSeconds(1))));
        assertEquals(List.of(), stores().sessions().ofUser(phone.user(), phone.expiresAt()));
    }
}
