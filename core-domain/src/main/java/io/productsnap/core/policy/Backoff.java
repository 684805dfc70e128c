package io.productsnap.core.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: a delay drawn evenly from zero to {@code min(longest, first * 2^retry)}, so that
 * jobs that failed together do not come back together.
 *
 * @param first the upper bound of the first delay, positive
 * @param longest no delay is longer, not shorter than {@code first}
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">the measurement behind it</a>
 */
public record Backoff(Duration first, Duration longest) {

    /** First within 2 seconds, never more than a minute. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

    public Backoff {
        Require.positive(first, "first");
        Require.that(longest.compareTo(first) >= 0, "longest must be >= first (" + first + "): " + longest);
    }

    /** @param retry the number of the retry, from 0 */
    public Duration delay(int retry, RandomGenerator random) {
        Require.atLeast(0, retry, "retry");
        // Past 30 doublings any bound is reached, and the shift must not overflow.
        long bound = Math.min(longest.toMillis(), saturatedDoubling(first.toMillis(), Math.min(retry, 30)));
        return Duration.ofMillis(random.nextLong(bound + 1));
    }

    private static long saturatedDoubling(long millis, int times) {
        return millis > (Long.MAX_VALUE >> times) ? Long.MAX_VALUE - 1 : millis << times;
    }
}
