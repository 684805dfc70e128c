package io.productsnap.core.inmemory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.productsnap.core.contract.Examples;
import io.productsnap.core.contract.RateLimiterContract;
import io.productsnap.core.limit.RateLimiter;
import io.productsnap.core.policy.SlidingWindow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InMemoryRateLimiterTest implements RateLimiterContract {

    private static final SlidingWindow ONE_A_MINUTE = new SlidingWindow(1, Duration.ofMinutes(1));

    private final TurnableClock clock = new TurnableClock(Examples.NOW);
    private final RateLimiter limiter = new InMemoryRateLimiter(clock);

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public Duration aWhile() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void pass(Duration time) {
        clock.turn(time);
    }

    @Test
    void theWaitIsExact() {
        limiter.take("key", ONE_A_MINUTE);
        clock.turn(Duration.ofSeconds(20));

        RateLimiter.Refused refused = assertInstanceOf(RateLimiter.Refused.class, limiter.take("key", ONE_A_MINUTE));

        assertEquals(Duration.ofSeconds(40), refused.retryAfter());
    }

    @Test
    void aSweepOfStrangersForgetsNobodyWhoIsLive() {
        limiter.take("ann", ONE_A_MINUTE);
        for (int stranger = 0; stranger < 25_000; stranger++) {
            limiter.take("stranger-" + stranger, ONE_A_MINUTE);
        }

        assertInstanceOf(RateLimiter.Refused.class, limiter.take("ann", ONE_A_MINUTE));
    }
}
