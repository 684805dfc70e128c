package io.productsnap.core.limit;

import io.productsnap.core.limit.RateLimiter.Admission;
import io.productsnap.core.limit.RateLimiter.Refused;
import io.productsnap.core.limit.RateLimiter.Taken;
import io.productsnap.core.policy.SlidingWindow;
import java.util.function.Function;
import java.util.function.Supplier;

/** A limit that is in force: how often, and who counts. Thread-safe. */
public record Throttle(RateLimiter limiter, SlidingWindow window) {

    /** @param key who does what, as {@code login:192.0.2.7} */
    public Admission take(String key) {
        return limiter.take(key, window);
    }

    public void giveBack(Taken place) {
        limiter.giveBack(place);
    }

    /**
     * Does what may or may not count: its place is taken before, and given back unless it counted. What throws does not
     * count, since that is our own fault.
     *
     * @param full what to answer when there is no place; that does not count either
     */
    public <T> Attempt<T> attempt(String key, Supplier<Attempt<T>> work, Function<Refused, T> full) {
        return take(key).fold(place -> under(place, work), refused -> Attempt.free(full.apply(refused)));
    }

    private <T> Attempt<T> under(Taken place, Supplier<Attempt<T>> work) {
        boolean counts = false;
        try {
            Attempt<T> done = work.get();
            counts = done.counts();
            return done;
        } finally {
            if (!counts) {
                giveBack(place);
            }
        }
    }

    /** What came of something, and whether the place that it took is used up. */
    public record Attempt<T>(T answer, boolean counts) {

        public static <T> Attempt<T> counted(T answer) {
            return new Attempt<>(answer, true);
        }

        public static <T> Attempt<T> free(T answer) {
            return new Attempt<>(answer, false);
        }
    }
}
