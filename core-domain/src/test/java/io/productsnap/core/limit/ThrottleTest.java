package io.productsnap.core.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.productsnap.core.contract.Examples;
import io.productsnap.core.inmemory.InMemoryRateLimiter;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.limit.Throttle.Attempt;
import io.productsnap.core.policy.SlidingWindow;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class ThrottleTest {

    private final Throttle throttle = new Throttle(
            new InMemoryRateLimiter(new TurnableClock(Examples.NOW)), new SlidingWindow(2, Duration.ofMinutes(5)));

    private Attempt<String> attempt(Supplier<Attempt<String>> work) {
        return throttle.attempt("key", work, full -> "full");
    }

    @Test
    void whatCountsUsesUpAPlaceAndWhatDoesNotUsesNone() {
        assertEquals(Attempt.counted("a"), attempt(() -> Attempt.counted("a")));
        for (int i = 0; i < 10; i++) {
            assertEquals(Attempt.free("b"), attempt(() -> Attempt.free("b")));
        }
        assertEquals(Attempt.counted("c"), attempt(() -> Attempt.counted("c")));

        assertEquals(Attempt.free("full"), attempt(() -> Attempt.counted("d")));
    }

    @Test
    void thePlaceIsTakenWhileTheWorkIsDone() {
        Attempt<String> outer = attempt(() -> attempt(() -> attempt(() -> Attempt.counted("the third"))));

        assertEquals("full", outer.answer());
    }

    @Test
    void whatThrowsUsesUpNothing() {
        for (int i = 0; i < 10; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> attempt(() -> {
                        throw new IllegalStateException("our fault");
                    }));
        }

        assertEquals("in", attempt(() -> Attempt.counted("in")).answer());
    }
}
