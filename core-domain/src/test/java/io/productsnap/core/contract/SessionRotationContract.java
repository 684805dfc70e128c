package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aSession;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A refresh token is renewed once, an answer may be lost, and an old one is theft. */
interface SessionRotationContract extends SessionSteps {

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
}
