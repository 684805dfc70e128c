package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.property.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class StalePolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private record Case(StalePolicy policy, Duration silence) {
        static Case draw(SplittableRandom random) {
            Duration lease = Duration.ofMillis(1 + random.nextInt(60_000));
            return new Case(
                    new StalePolicy(lease, Duration.ofMinutes(15)),
                    Duration.ofMillis(random.nextLong(2 * lease.toMillis() + 2)));
        }

        Instant lastBeat() {
            return NOW.minus(silence);
        }

        boolean isDead() {
            return lastBeat().isBefore(policy.deadBefore(NOW));
        }
    }

    @Test
    void aWorkerStopsBeforeOthersMayTakeItsJobs() {
        ForAll.cases(Case::draw, drawn -> assertFalse(drawn.policy().mayRun(drawn.lastBeat(), NOW) && drawn.isDead()));
    }

    @Test
    void aFifthOfALeaseLiesBetween() {
        StalePolicy policy = new StalePolicy(Duration.ofSeconds(20), Duration.ofMinutes(15));

        assertTrue(policy.mayRun(NOW, NOW.plusMillis(15_999)));
        assertFalse(policy.mayRun(NOW, NOW.plusSeconds(16)));
        assertEquals(NOW.minusSeconds(20), policy.deadBefore(NOW));
    }

    @Test
    void oneLostBeatKillsNobody() {
        ForAll.cases(Case::draw, drawn -> {
            Duration oneLost = drawn.policy().beatEvery().multipliedBy(2);

            assertTrue(drawn.policy().mayRun(NOW.minus(oneLost), NOW));
        });
    }

    @Test
    void whatTakesAsLongAsTheDeadlineIsOverdue() {
        StalePolicy policy = StalePolicy.DEFAULT;

        assertFalse(policy.isOverdue(NOW, NOW.plus(policy.deadline()).minusNanos(1)));
        assertTrue(policy.isOverdue(NOW, NOW.plus(policy.deadline())));
    }

    @Test
    void aWorkerThatNeverBeatMayNotRun() {
        assertFalse(StalePolicy.DEFAULT.mayRun(Instant.MIN, NOW));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new StalePolicy(Duration.ZERO, Duration.ofMinutes(1)));
        assertThrows(IllegalArgumentException.class, () -> new StalePolicy(Duration.ofSeconds(1), Duration.ZERO));
    }
}
