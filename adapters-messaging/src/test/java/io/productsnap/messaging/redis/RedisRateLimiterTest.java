package io.productsnap.messaging.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.api.sync.RedisCommands;
import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.contract.RateLimiterContract;
import io.productsnap.core.inmemory.InMemoryRateLimiter;
import io.productsnap.core.limit.RateLimiter;
import io.productsnap.core.limit.RateLimiter.Admission;
import io.productsnap.core.limit.RateLimiter.Taken;
import io.productsnap.core.policy.SlidingWindow;
import io.productsnap.embedded.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RedisRateLimiterTest implements RateLimiterContract {

    private static final SlidingWindow FIVE = new SlidingWindow(5, Duration.ofMinutes(10));
    private static final SlidingWindow NEVER_ASKED = new SlidingWindow(1, Duration.ofMinutes(10));

    private final RedisSettings server = RedisSettings.parse(TestServers.redis());
    private final Redis redis = new Redis(server);
    private final RateLimiter limiter = new RedisRateLimiter(redis, refusing());

    /** Refuses everything, so that a place can only have come from Redis. */
    private static RateLimiter refusing() {
        RateLimiter full = new InMemoryRateLimiter(Clock.systemUTC());
        return new RateLimiter() {
            @Override
            public Admission take(String key, SlidingWindow window) {
                full.take("full", NEVER_ASKED);
                return full.take("full", NEVER_ASKED);
            }

            @Override
            public void giveBack(Taken place) {
                full.giveBack(place);
            }
        };
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public Duration aWhile() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void pass(Duration time) {
        long end = redisMicros() + TimeUnit.NANOSECONDS.toMicros(time.toNanos());
        for (long left = end - redisMicros(); left > 0; left = end - redisMicros()) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(left));
        }
    }

    private long redisMicros() {
        List<String> time = commands().time();
        return TimeUnit.SECONDS.toMicros(Long.parseLong(time.get(0))) + Long.parseLong(time.get(1));
    }

    private RedisCommands<String, String> commands() {
        return redis.connection().sync();
    }

    @Test
    void twoProcessesShareOneCount() {
        try (Redis another = new Redis(server)) {
            List<RateLimiter> both = List.of(limiter, new RedisRateLimiter(another, refusing()));

            List<Admission> admissions =
                    AtOnce.times(60, thread -> both.get(thread % 2).take("login:192.0.2.7", FIVE));

            assertEquals(5, admissions.stream().filter(Taken.class::isInstance).count());
        }
    }

    @Test
    void aKeyIsGoneWithItsWindow() {
        limiter.take("key", FIVE);

        long left = commands().pttl("productsnap:limit:key");
        assertTrue(left > 0 && left <= FIVE.per().toMillis(), "left: " + left);
    }

    @Test
    void refusalsLeaveNothingBehind() {
        for (int i = 0; i < 50; i++) {
            limiter.take("key", FIVE);
        }

        assertEquals(5, commands().zcard("productsnap:limit:key"));
    }

    @Test
    void aRedisThatForgotTheScriptIsGivenItAgain() {
        limiter.take("key", FIVE);
        commands().scriptFlush();

        assertInstanceOf(Taken.class, limiter.take("key", FIVE));
    }

    @Test
    void aKeyMayBeAnything() {
        String odd = "login:2001:db8::1 \r\n\u0000 ключ {x} *";

        assertInstanceOf(Taken.class, limiter.take(odd, new SlidingWindow(1, Duration.ofMinutes(10))));
        assertInstanceOf(RateLimiter.Refused.class, limiter.take(odd, new SlidingWindow(1, Duration.ofMinutes(10))));
    }
}
