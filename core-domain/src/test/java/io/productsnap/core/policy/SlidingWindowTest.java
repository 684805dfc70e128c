package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.property.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlidingWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private record Case(SlidingWindow window, List<Instant> hits, Instant now) {
        static Case draw(SplittableRandom random) {
            SlidingWindow window = new SlidingWindow(1 + random.nextInt(6), Duration.ofSeconds(1 + random.nextInt(20)));
            List<Instant> hits = new ArrayList<>();
            Instant at = NOW;
            for (int i = random.nextInt(12); i > 0; i--) {
                at = at.plusSeconds(random.nextInt(5));
                hits.add(at);
            }
            return new Case(window, hits, at.plusSeconds(random.nextInt(10)));
        }

        /** Whether one more fits at that moment, by counting. */
        boolean fits(Instant moment) {
            long live = hits.stream()
                    .filter(hit -> Duration.between(hit, moment).compareTo(window.per()) < 0)
                    .count();
            return live < window.count();
        }
    }

    @Test
    void oneWhoCountsFindsTheSameWait() {
        ForAll.cases(Case::draw, drawn -> {
            Optional<Duration> wait = drawn.window().untilFree(drawn.hits(), drawn.now());

            assertEquals(drawn.fits(drawn.now()), wait.isEmpty());
            wait.ifPresent(duration -> {
                assertTrue(duration.compareTo(Duration.ZERO) > 0);
                assertTrue(duration.compareTo(drawn.window().per()) <= 0);
                assertTrue(drawn.fits(drawn.now().plus(duration)), "not yet after " + duration);
                assertTrue(!drawn.fits(drawn.now().plus(duration).minusNanos(1)), "earlier than " + duration);
            });
        });
    }

    @Test
    void noStretchOfTheLengthOfTheWindowHoldsMoreThanItsCount() {
        ForAll.cases(random -> random, random -> {
            SlidingWindow window = new SlidingWindow(1 + random.nextInt(5), Duration.ofSeconds(1 + random.nextInt(10)));
            List<Instant> taken = new ArrayList<>();
            Instant now = NOW;
            for (int i = 0; i < 60; i++) {
                now = now.plusMillis(random.nextInt(2_000));
                if (window.untilFree(taken, now).isEmpty()) {
                    taken.add(now);
                }
            }
            for (int i = 0; i + window.count() < taken.size(); i++) {
                Duration stretch = Duration.between(taken.get(i), taken.get(i + window.count()));
                assertTrue(stretch.compareTo(window.per()) >= 0, "stretch: " + stretch);
            }
        });
    }

    @Test
    void aLimitIsReadAsItIsWritten() {
        assertEquals(new SlidingWindow(5, Duration.ofMinutes(5)), SlidingWindow.parse("5/PT5M"));
        assertEquals(new SlidingWindow(1, Duration.ofDays(1)), SlidingWindow.parse(" 1 / P1D "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "/", "5/", "/PT5M", "5/5m", "five/PT5M", "0/PT5M", "5/PT0S", "5/-PT5M", "5/PT5M/1"})
    void whatIsNoLimitIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> SlidingWindow.parse(text));
    }
}
