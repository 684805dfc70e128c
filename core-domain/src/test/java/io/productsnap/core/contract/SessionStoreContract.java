package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aMail;
import static io.productsnap.core.contract.AccountExamples.aSession;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a {@link io.productsnap.core.session.SessionStore} must do. */
public interface SessionStoreContract extends AccountSteps {

    private Session anOpenSession() {
        return register(anAccount()).session();
    }

    private Rotation rotate(Session session, int generation, Instant now) {
        return stores().sessions().rotate(session.id(), generation, RotationPolicy.DEFAULT, PHONE, now);
    }

    private Session renew(Session session, int generation, Instant now) {
        return assertInstanceOf(Rotation.Renewed.class, rotate(session, generation, now))
                .session();
    }

    private boolean end(Session session) {
        return stores().sessions().end(session.user(), session.id(), anEntry(session.user(), "session.end"));
    }

    private Optional<Session> live(Session session, Instant now) {
        return stores().sessions().findLive(session.id(), now);
    }

    private static Session used(Session session, int generation, Instant now) {
        return new Session(
                session.id(),
                session.user(),
                session.client(),
                generation,
                session.createdAt(),
                now,
                session.expiresAt());
    }

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
    default void thePresentTokenIsRenewed() {
        Session session = anOpenSession();
        Instant later = NOW.plusSeconds(60);

        assertEquals(used(session, 1, later), renew(session, 0, later));

        assertEquals(Optional.of(used(session, 1, later)), live(session, later));
        assertEquals(2, renew(session, 1, later).generation());
    }

    @Test
    default void theTokenBeforeIsAnsweredAgainWhileItsAnswerMayBeLost() {
        Session session = anOpenSession();
        renew(session, 0, NOW);

        Instant lastMoment = NOW.plus(RotationPolicy.DEFAULT.grace()).minusMillis(1);
        assertEquals(used(session, 1, NOW), renew(session, 0, lastMoment));
        assertEquals(used(session, 1, NOW), renew(session, 0, lastMoment));

        assertEquals(2, renew(session, 1, lastMoment).generation());
    }

    @Test
    default void aTokenThatWasReplacedLongAgoEndsTheSession() {
        Session session = anOpenSession();
        renew(session, 0, NOW);
        Instant late = NOW.plus(RotationPolicy.DEFAULT.grace());

        assertInstanceOf(Rotation.Stolen.class, rotate(session, 0, late));

        assertEquals(Optional.empty(), live(session, late));
        assertInstanceOf(Rotation.Gone.class, rotate(session, 1, late));
    }

    @Test
    default void aTokenOlderThanTheOneBeforeEndsTheSessionAtOnce() {
        Session session = anOpenSession();
        renew(session, 0, NOW);
        renew(session, 1, NOW);

        assertInstanceOf(Rotation.Stolen.class, rotate(session, 0, NOW));

        assertEquals(Optional.empty(), live(session, NOW));
        assertEquals(
                AuditEntry.refused(NOW, Optional.of(session.user()), "session.refresh", PHONE),
                stores().audit().newest(1).get(0));
    }

    @Test
    default void theftOnOneDeviceLeavesTheOthers() {
        Session session = anOpenSession();
        Session other = aSession(session.user());
        stores().sessions().open(other, anEntry(session.user(), "session.open"));
        renew(session, 0, NOW);
        renew(session, 1, NOW);

        rotate(session, 0, NOW);

        assertEquals(Optional.of(other), live(other, NOW));
        assertEquals(1, renew(other, 0, NOW).generation());
    }

    @Test
    default void aTokenFromTheFutureIsRefusedAndHarmsNothing() {
        Session session = anOpenSession();

        assertInstanceOf(Rotation.Gone.class, rotate(session, 1, NOW));

        assertEquals(Optional.of(session), live(session, NOW));
    }

    @Test
    default void aSessionThatWasIdleForTooLongIsNotRenewed() {
        Session session = anOpenSession();
        Instant idleEnd = NOW.plus(RotationPolicy.DEFAULT.idle());

        assertInstanceOf(Rotation.Gone.class, rotate(session, 0, idleEnd));
        assertEquals(1, renew(session, 0, idleEnd.minusSeconds(1)).generation());
    }

    @Test
    default void nothingMovesTheAbsoluteEnd() {
        Session session = anOpenSession();
        Instant now = NOW;
        int generation = 0;
        for (; now.isBefore(session.expiresAt()); now = now.plus(Duration.ofDays(20))) {
            generation = renew(session, generation, now).generation();
        }

        assertInstanceOf(Rotation.Gone.class, rotate(session, generation, session.expiresAt()));
    }

    @Test
    default void fiftyRequestsAtOnceWithOneTokenRenewItOnce() {
        Session session = anOpenSession();

        List<Rotation> rotations = AtOnce.times(50, thread -> rotate(session, 0, NOW));

        for (Rotation rotation : rotations) {
            assertEquals(new Rotation.Renewed(used(session, 1, NOW)), rotation);
        }
        assertEquals(Optional.of(used(session, 1, NOW)), live(session, NOW));
    }

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
    default void fiftyTabsWhoseAnswersAreLostNowAndThenAreNeverTakenForThieves() {
        Session session = anOpenSession();
        Random luck = new Random(7);
        Instant now = NOW;
        int cookie = 0;
        for (int expiry = 0; expiry < 20; expiry++) {
            int shared = cookie;
            Instant moment = now;

            List<Rotation> rotations = AtOnce.times(50, tab -> {
                Rotation answer = rotate(session, shared, moment);
                boolean lost = luck.nextInt(20) == 0;
                return lost ? rotate(session, shared, moment.plusSeconds(5)) : answer;
            });

            cookie = shared + 1;
            assertEquals(Set.of(new Rotation.Renewed(used(session, cookie, moment))), Set.copyOf(rotations));
            now = now.plus(Duration.ofMinutes(30));
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
