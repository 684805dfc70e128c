package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.productsnap.core.property.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RetentionPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final RetentionPolicy POLICY = RetentionPolicy.of(Duration.ofDays(30))
            .with("pro", Duration.ofDays(365))
            .withFailed(Duration.ofDays(7));

    private record Case(RetentionPolicy policy, Optional<String> tier, Instant now, Duration later) {
        static Case draw(SplittableRandom random) {
            RetentionPolicy policy = RetentionPolicy.of(days(random)).with("pro", days(random));
            Optional<String> tier = random.nextBoolean() ? Optional.of("pro") : Optional.empty();
            return new Case(policy, tier, NOW.plus(days(random)), days(random));
        }

        private static Duration days(SplittableRandom random) {
            return Duration.ofDays(1 + random.nextInt(1_000));
        }
    }

    @Test
    void whatIsDoneIsKeptByTier() {
        assertEquals(NOW.minus(Duration.ofDays(365)), POLICY.completedBefore(Optional.of("pro"), NOW));
        assertEquals(NOW.minus(Duration.ofDays(30)), POLICY.completedBefore(Optional.of("other"), NOW));
        assertEquals(NOW.minus(Duration.ofDays(30)), POLICY.completedBefore(Optional.empty(), NOW));
        assertEquals(NOW.minus(Duration.ofDays(7)), POLICY.failedBefore(NOW));
    }

    @Test
    void whatIsOverStaysSo() {
        ForAll.cases(Case::draw, drawn -> {
            Instant before = drawn.policy().completedBefore(drawn.tier(), drawn.now());
            Instant after =
                    drawn.policy().completedBefore(drawn.tier(), drawn.now().plus(drawn.later()));

            assertFalse(after.isBefore(before));
        });
    }

    @Test
    void nothingIsOverAtOnce() {
        ForAll.cases(Case::draw, drawn -> {
            assertFalse(drawn.now().isBefore(drawn.policy().completedBefore(drawn.tier(), drawn.now())));
            assertFalse(drawn.now().isBefore(drawn.policy().failedBefore(drawn.now())));
        });
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RetentionPolicy.of(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> POLICY.with("pro", Duration.ofDays(-1)));
    }
}
