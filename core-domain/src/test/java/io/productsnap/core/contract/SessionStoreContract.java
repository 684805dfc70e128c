package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.aSession;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link io.productsnap.core.session.SessionStore} must do. */
public interface SessionStoreContract extends AccountSteps {

    private Session anOpenSession() {
        return register(anAccount()).session();
    }

    private Rotation rotate(Session session, int generation, Instant now) {
        return stores().sessions().rotate(session.id(), generation, RotationPolicy.DEFAULT, now);
    }

    private Session renew(Session session, int generation, Instant now) {
        return assertInstanceOf(Rotation.Renewed.class, rotate(session, generation, now))
                .session();
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

        assertTrue(stores().sessions().end(session.id(), anEntry(session.user(), "session.end")));
        assertFalse(stores().sessions().end(session.id(), anEntry(session.user(), "session.end")));

        assertEquals(Optional.empty(), live(session, NOW));
        assertInstanceOf(Rotation.Gone.class, rotate(session, 0, NOW));
        assertEquals(List.of("account.open", "session.end"), recorded());
    }

    @Test
    default void aSessionThatEndsAmidRenewalsStaysEnded() {
        Session session = anOpenSession();

        AtOnce.times(
                10,
                thread -> thread == 0
                        ? stores().sessions().end(session.id(), anEntry(session.user(), "session.end"))
                        : rotate(session, 0, NOW));

        assertEquals(Optional.empty(), live(session, NOW));
        assertInstanceOf(Rotation.Gone.class, rotate(session, 1, NOW));
    }
}
