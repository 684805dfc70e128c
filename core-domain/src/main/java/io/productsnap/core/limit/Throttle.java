package io.productsnap.core.limit;

import io.productsnap.core.limit.RateLimiter.Admission;
import io.productsnap.core.limit.RateLimiter.Taken;
import io.productsnap.core.policy.SlidingWindow;

/** A limit that is in force: how often, and who counts. Thread-safe. */
public record Throttle(RateLimiter limiter, SlidingWindow window) {

    /** @param key who does what, as {@code login:192.0.2.7} */
    public Admission take(String key) {
        return limiter.take(key, window);
    }

    public void giveBack(Taken place) {
        limiter.giveBack(place);
    }
}
