package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aSession;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is ended stays so, and everybody can find out. */
interface SessionEndingContract extends SessionSteps {

    @Test
    default void anEndedSessionIsDeadAndOnRecordOnce() {
        Session session = anOpenSession();

        assertTrue(end(session));
        assertFalse(end(session));

        assertEquals(Optional.empty(), live(session, NOW));
        assertInstanceOf(Rotation.Gone.class, rotate(session, 0, NOW));
        assertEquals(List.of("account.open", "session.end"), recorded());
    }

    @Test
    default void aSessionThatEndsAmidRenewalsStaysEnded() {
        Session session = anOpenSession();

        AtOnce.times(10, thread -> thread == 0 ? end(session) : rotate(session, 0, NOW));

        assertEquals(Optional.empty(), live(session, NOW));
        assertInstanceOf(Rotation.Gone.class, rotate(session, 1, NOW));
    }

    @Test
    default void inTwentyRacesOfRefreshAndLogoutNoneIsAliveAfterwards() {
        for (int race = 0; race < 20; race++) {
            Session session =
                    register(anAccount().email("ann" + race + "@example.com")).session();

            AtOnce.times(8, thread -> thread == 0 ? end(session) : rotate(session, 0, NOW));

            for (int generation = 0; generation < 3; generation++) {
                assertInstanceOf(Rotation.Gone.class, rotate(session, generation, NOW));
            }
            assertEquals(Optional.empty(), live(session, NOW));
        }
    }

    @Test
    default void nobodyEndsAnothersSession() {
        Session session = anOpenSession();
        UserId bob = register(anAccount().email("bob@example.com")).user().id();

        assertFalse(stores().sessions().end(bob, session.id(), anEntry(bob, "session.end")));

        assertEquals(Optional.of(session), live(session, NOW));
        assertEquals(Map.of(), stores().sessions().endedSince(Instant.EPOCH));
        assertEquals(List.of("account.open", "account.open"), recorded());
    }

    @Test
    default void allSessionsOfAUserEndTogetherAndGoOnRecordOnce() {
        Session phone = anOpenSession();
        Session laptop = aSession(phone.user());
        stores().sessions().open(laptop, anEntry(phone.user(), "session.open"));
        Session bobs = register(anAccount().email("bob@example.com")).session();
        AuditEntry entry = anEntry(phone.user(), "session.end-all");

        List<Session> ended = stores().sessions().endAll(phone.user(), entry);

        assertEquals(Set.of(phone, laptop), Set.copyOf(ended));
        assertEquals(Optional.empty(), live(phone, NOW));
        assertEquals(Optional.empty(), live(laptop, NOW));
        assertEquals(Optional.of(bobs), live(bobs, NOW));
        assertEquals(
                Map.of(phone.id(), NOW, laptop.id(), NOW), stores().sessions().endedSince(NOW));
        assertEquals(List.of(), stores().sessions().endAll(phone.user(), entry));
        assertEquals(List.of("account.open", "session.open", "account.open", "session.end-all"), recorded());
    }

    @Test
    default void whatWasEndedIsToldFromItsMomentOn() {
        Session session = anOpenSession();
        end(session);

        assertEquals(Map.of(session.id(), NOW), stores().sessions().endedSince(NOW.minusSeconds(60)));
        assertEquals(Map.of(session.id(), NOW), stores().sessions().endedSince(NOW));
        assertEquals(Map.of(), stores().sessions().endedSince(NOW.plusMillis(1)));
    }

    @Test
    default void theftIsToldToo() {
        Session session = anOpenSession();
        renew(session, 0, NOW);
        renew(session, 1, NOW);

        rotate(session, 0, NOW.plusSeconds(1));

        assertEquals(
                Map.of(session.id(), NOW.plusSeconds(1)), stores().sessions().endedSince(NOW));
    }

    @Test
    default void whatWasOverByItselfWasNotEnded() {
        Session session = anOpenSession();

        rotate(session, 0, NOW.plus(RotationPolicy.DEFAULT.idle()));
        stores().sessions().forgetExpired(session.expiresAt());

        assertEquals(Map.of(), stores().sessions().endedSince(Instant.EPOCH));
    }

    @Test
    default void thatOldSessionsWereEndedIsForgotten() {
        UserId ann = anOpenSession().user();
        for (int i = 0; i < 700; i++) {
            stores().sessions().open(aSession(ann), anEntry(ann, "session.open"));
        }
        stores().sessions().endAll(ann, anEntry(ann, "session.end-all"));
        Session later = register(anAccount().email("bob@example.com")).session();
        AuditEntry aSecondLater = AuditEntry.done(NOW.plusSeconds(1), later.user(), "session.end", PHONE);
        stores().sessions().end(later.user(), later.id(), aSecondLater);
        assertEquals(0, stores().sessions().forgetEnded(NOW.minusMillis(1)));

        assertEquals(701, stores().sessions().forgetEnded(NOW));

        assertEquals(
                Set.of(later.id()),
                stores().sessions().endedSince(Instant.EPOCH).keySet());
    }
}
