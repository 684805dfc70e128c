package io.productsnap.bootstrap.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Backlog;
import io.productsnap.core.policy.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class BacklogGaugesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    private static final Backlog SEVEN = new Backlog(7, 2, 3, Optional.of(NOW.minusSeconds(90)));

    private final TurnableClock clock = new TurnableClock(NOW);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger readings = new AtomicInteger();
    private Supplier<Backlog> answer = () -> SEVEN;
    private final BacklogGauges gauges = new BacklogGauges(
            () -> {
                readings.incrementAndGet();
                return answer.get();
            },
            clock);

    @AfterEach
    void close() {
        gauges.close();
    }

    private double gauge(String name) {
        return registry.get("productsnap.jobs." + name).gauge().value();
    }

    @Test
    void whatWaitsAndRunsIsToldAndForHowLong() {
        gauges.bindTo(registry);

        gauges.refresh();

        assertEquals(7, gauge("queued"));
        assertEquals(2, gauge("deferred"));
        assertEquals(3, gauge("running"));
        assertEquals(90, gauge("oldest.age.seconds"));
    }

    @Test
    void whereNothingWaitsTheOldestIsNoSecondOld() {
        gauges.bindTo(registry);
        answer = () -> new Backlog(0, 0, 0, Optional.empty());

        gauges.refresh();

        assertEquals(0, gauge("oldest.age.seconds"));
    }

    @Test
    void theDatabaseIsAskedOnlyWhenSomebodyAsksAndNotAgainForTenSeconds() {
        gauges.bindTo(registry);
        assertEquals(0, readings.get());

        gauges.refresh();
        clock.turn(Duration.ofSeconds(10));
        gauges.refresh();
        assertEquals(1, readings.get());

        clock.turn(Duration.ofMillis(1));
        gauges.refresh();
        assertEquals(2, readings.get());
    }

    @Test
    void whatCannotBeReadIsNoNumberAndIsReadAgain() {
        gauges.bindTo(registry);
        answer = () -> {
            throw new Unavailable("Postgres cannot be reached", new IllegalStateException("a test"));
        };
        gauges.refresh();
        assertEquals(Double.NaN, gauge("queued"));

        answer = () -> SEVEN;
        clock.turn(Duration.ofSeconds(11));
        gauges.refresh();

        assertEquals(7, gauge("queued"));
    }

    @Test
    void aReadingThatHangsHangsNobodyAndIsNotBegunTwice() {
        CountDownLatch answers = new CountDownLatch(1);
        gauges.bindTo(registry);
        gauges.refresh();
        answer = () -> {
            try {
                answers.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            return SEVEN;
        };
        clock.turn(Duration.ofSeconds(11));

        gauges.refresh();
        clock.turn(Duration.ofSeconds(11));
        gauges.refresh();

        assertEquals(Double.NaN, gauge("queued"));

        answers.countDown();
        clock.turn(Duration.ofSeconds(11));
        gauges.refresh();
        assertEquals(7, gauge("queued"));
        assertTrue(readings.get() <= 3, "those that were not begun wait nowhere");
    }
}
