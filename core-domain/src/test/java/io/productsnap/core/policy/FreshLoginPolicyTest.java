package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FreshLoginPolicyTest {

    private static final Instant LOGIN = Instant.parse("2026-11-23T05:00:00Z");

    @Test
    void aLoginIsFreshForFiveMinutes() {
        FreshLoginPolicy policy = FreshLoginPolicy.DEFAULT;

        assertTrue(policy.isFresh(LOGIN, LOGIN));
        assertTrue(policy.isFresh(LOGIN, LOGIN.plusSeconds(300).minusNanos(1)));
        assertFalse(policy.isFresh(LOGIN, LOGIN.plusSeconds(300)));
    }

    @Test
    void aLifeIsPositive() {
        assertThrows(IllegalArgumentException.class, () -> new FreshLoginPolicy(Duration.ZERO));
    }
}
