package io.productsnap.core.limit;

import io.productsnap.core.policy.SlidingWindow;
import java.time.Duration;
import java.util.function.Function;

/**
 * Counts what somebody does in a sliding window, exactly, however many ask at once: a place is taken before the costly
 * thing is done, and may be given back when it turns out not to count. Thread-safe; never fails for want of a server.
 */
public interface RateLimiter {

    /** @param key who does what, as {@code login:192.0.2.7} */
    Admission take(String key, SlidingWindow window);

    /** Gives back a place that was taken; twice is once. */
    void giveBack(Taken place);

    /** Whether there was a place. */
    sealed interface Admission {
        <T> T fold(Function<Taken, T> taken, Function<Refused, T> refused);
    }

    /**
     * A place in the window.
     *
     * @param ticket tells this place from others of the same key
     */
    record Taken(String key, String ticket) implements Admission {
        @Override
        public <T> T fold(Function<Taken, T> taken, Function<Refused, T> refused) {
            return taken.apply(this);
        }
    }

    /**
     * The window is full.
     *
     * @param retryAfter until one place is free, positive
     */
    record Refused(Duration retryAfter) implements Admission {
        @Override
        public <T> T fold(Function<Taken, T> taken, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
