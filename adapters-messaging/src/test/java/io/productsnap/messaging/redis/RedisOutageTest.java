package io.productsnap.messaging.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.contract.Eventually;
import io.productsnap.core.inmemory.InMemoryRateLimiter;
import io.productsnap.core.limit.RateLimiter;
import io.productsnap.core.limit.RateLimiter.Admission;
import io.productsnap.core.limit.RateLimiter.Refused;
import io.productsnap.core.limit.RateLimiter.Taken;
import io.productsnap.core.policy.SlidingWindow;
import io.productsnap.embedded.LocalRedis;
import io.productsnap.embedded.TestServers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The limiter while Redis goes and comes back: never open, never an error. */
@Timeout(120)
final class RedisOutageTest {

    private static final SlidingWindow FIVE = new SlidingWindow(5, Duration.ofMinutes(10));

    @Test
    void withoutRedisTheLimitHoldsInTheProcess() {
        try (Door door = Door.shut(RedisSettings.parse(TestServers.redis()));
                Redis redis = new Redis(door.settings())) {
            RateLimiter limiter = limiter(redis);

            List<Admission> admissions = AtOnce.times(50, thread -> limiter.take("key", FIVE));

            assertEquals(5, admissions.stream().filter(Taken.class::isInstance).count());
        }
    }

    @Test
    void aPlaceOfTheOutageIsGivenBackWhereItWasTaken() {
        try (Door door = Door.shut(RedisSettings.parse(TestServers.redis()));
                Redis redis = new Redis(door.settings())) {
            RateLimiter limiter = limiter(redis);
            SlidingWindow one = new SlidingWindow(1, Duration.ofMinutes(10));
            Taken place = assertInstanceOf(Taken.class, limiter.take("key", one));
            assertInstanceOf(Refused.class, limiter.take("key", one));

            limiter.giveBack(place);

            assertInstanceOf(Taken.class, limiter.take("key", one));
        }
    }

    @Test
    void aRedisThatHangsCostsEverybodyTogetherOneWaitASecond() {
        try (Door door = new Door(RedisSettings.parse(TestServers.redis()));
                Redis redis = new Redis(door.settings())) {
            RateLimiter limiter = limiter(redis);
            limiter.take("key", FIVE);
            door.hold();

            long before = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                limiter.take("key " + i, FIVE);
            }

            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, "took " + took);
            door.letGo();
            Eventually.until(() -> isFromRedis(limiter.take("another", FIVE)));
        }
    }

    @Test
    void aCountOfRedisLivesOnWhenItIsBack() {
        try (Door door = new Door(RedisSettings.parse(TestServers.redis()));
                Redis redis = new Redis(door.settings())) {
            RateLimiter limiter = limiter(redis);
            for (int i = 0; i < 5; i++) {
                assertTrue(isFromRedis(limiter.take("key", FIVE)));
            }
            door.shut();
            Eventually.until(() -> !isFromRedis(limiter.take("probe", FIVE)));

            door.open();

            Eventually.until(() -> isFromRedis(limiter.take("probe", new SlidingWindow(1_000_000, FIVE.per()))));
            assertInstanceOf(Refused.class, limiter.take("key", FIVE));
        }
    }

    @Test
    void aRedisThatIsKilledUnderLoadHurtsNobody(@TempDir Path folder) {
        try (LocalRedis server = LocalRedis.start(folder, lost -> {
                    throw lost;
                });
                Redis redis = new Redis(RedisSettings.parse(server.url()))) {
            RateLimiter limiter = limiter(redis);
            SlidingWindow wide = new SlidingWindow(1_000_000, FIVE.per());
            AtomicBoolean seenAway = new AtomicBoolean();
            AtomicBoolean seenBack = new AtomicBoolean();
            assertTrue(isFromRedis(limiter.take("key", wide)));
            server.process().destroyForcibly();

            AtOnce.times(8, thread -> {
                Eventually.until(() -> {
                    boolean fromRedis = isFromRedis(limiter.take("key " + thread, wide));
                    if (!fromRedis) {
                        seenAway.set(true);
                    } else if (seenAway.get()) {
                        seenBack.set(true);
                    }
                    return seenBack.get();
                });
                return thread;
            });
        }
    }

    private static RateLimiter limiter(Redis redis) {
        return new RedisRateLimiter(redis, new InMemoryRateLimiter(Clock.systemUTC()));
    }

    private static boolean isFromRedis(Admission admission) {
        return admission.fold(place -> place.ticket().startsWith("redis-"), refused -> false);
    }
}
