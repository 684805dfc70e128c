package io.productsnap.core.job;

import io.productsnap.core.policy.Require;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.time.Duration;

/**
 * How an engine works.
 *
 * @param threads how many jobs it runs at one time, >= 1; default 16
 * @param poll how long it waits, at most, before it looks for jobs without having been told of any; default 5 s
 */
public record EngineSettings(int threads, RetryPolicy retry, StalePolicy stale, Duration poll) {

    public static final EngineSettings DEFAULT =
            new EngineSettings(16, RetryPolicy.DEFAULT, StalePolicy.DEFAULT, Duration.ofSeconds(5));

    public EngineSettings {
        Require.atLeast(1, threads, "threads");
        Require.positive(poll, "poll");
    }

    public EngineSettings withThreads(int other) {
        return new EngineSettings(other, retry, stale, poll);
    }

    public EngineSettings withRetry(RetryPolicy other) {
        return new EngineSettings(threads, other, stale, poll);
    }

    /** A long one will do where signals tell of new jobs; it costs a statement each time. */
    public EngineSettings withPoll(Duration other) {
        return new EngineSettings(threads, retry, stale, other);
    }

    public EngineSettings withStale(StalePolicy other) {
        return new EngineSettings(threads, retry, other, poll);
    }
}
