package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.property.ForAll;
import java.math.BigInteger;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    private static final Duration MILLENNIUM = Duration.ofDays(365_000);

    /** Draws the greatest number that may be drawn. */
    private static final RandomGenerator GREATEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private record Case(Backoff backoff, int retry, long seed) {
        static Case draw(SplittableRandom random) {
            long first = 1 + random.nextLong(1L << random.nextInt(1, 45));
            long longest = first + random.nextLong(1L << random.nextInt(1, 45));
            int retry = random.nextBoolean() ? random.nextInt(64) : random.nextInt(Integer.MAX_VALUE);
            return new Case(
                    new Backoff(Duration.ofMillis(first), Duration.ofMillis(longest)), retry, random.nextLong());
        }

        /** {@code min(longest, first * 2^retry)}, in numbers that cannot overflow. */
        Duration bound() {
            BigInteger doubled = BigInteger.valueOf(backoff.first().toMillis()).shiftLeft(Math.min(retry, 1_000));
            BigInteger longest = BigInteger.valueOf(backoff.longest().toMillis());
            return Duration.ofMillis(doubled.min(longest).longValueExact());
        }
    }

    @Test
    void aDelayIsNeitherNegativeNorAboveItsBound() {
        ForAll.cases(Case::draw, drawn -> {
            Duration delay = drawn.backoff().delay(drawn.retry(), new SplittableRandom(drawn.seed()));

            assertFalse(delay.isNegative(), "delay: " + delay);
            assertTrue(delay.compareTo(drawn.bound()) <= 0, "delay: " + delay);
        });
    }

    @Test
    void theJitterIsFull() {
        Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

        assertEquals(Duration.ZERO, backoff.delay(3, () -> 0));
        assertEquals(Duration.ofSeconds(16), backoff.delay(3, GREATEST));
        assertEquals(Duration.ofMinutes(1), backoff.delay(30, GREATEST));
    }

    @Test
    void theJitterIsEven() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1));
        SplittableRandom random = new SplittableRandom(1);
        int[] quarters = new int[4];
        for (int i = 0; i < 40_000; i++) {
            quarters[(int) Math.min(3, backoff.delay(0, random).toMillis() / 250)]++;
        }

        for (int count : quarters) {
            assertTrue(Math.abs(count - 10_000) < 500, "in one quarter: " + count);
        }
    }

    @Test
    void theBoundNeverFallsFromOneRetryToTheNext() {
        for (Duration first : new Duration[] {Duration.ofNanos(1), Duration.ofMillis(3), MILLENNIUM}) {
            Backoff backoff = new Backoff(first, MILLENNIUM);
            Duration before = Duration.ZERO;
            for (int retry = 0; retry < 100; retry++) {
                Duration bound = backoff.delay(retry, GREATEST);
                assertTrue(bound.compareTo(before) >= 0, "retry " + retry + ": " + bound);
                before = bound;
            }
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> Backoff.DEFAULT.delay(-1, GREATEST));
    }
}
