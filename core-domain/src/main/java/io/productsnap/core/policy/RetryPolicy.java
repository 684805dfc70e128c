package io.productsnap.core.policy;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How often a job is run again. Crashes and errors have a budget each; a failure of the work itself has none.
 *
 * @param crashRetries runs after a crash, >= 0; default 3
 * @param errorRetries runs after an error, >= 0; default 3
 * @param backoff the wait before a run that follows an error; one that follows a crash starts at once
 */
public record RetryPolicy(int crashRetries, int errorRetries, Backoff backoff) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(3, 3, Backoff.DEFAULT);

    public RetryPolicy {
        Require.atLeast(0, crashRetries, "crashRetries");
        Require.atLeast(0, errorRetries, "errorRetries");
    }

    /** The same number of retries on both budgets. */
    public static RetryPolicy of(int retries) {
        return new RetryPolicy(retries, retries, Backoff.DEFAULT);
    }

    /**
     * @param failure how the run ended
     * @param before what the job had spent before this run
     */
    public Verdict after(Failure failure, Attempts before, Instant now, RandomGenerator random) {
        return switch (failure.cause()) {
            case WORK -> new Verdict.GiveUp(failure.message());
            case ERROR ->
                before.errors() < errorRetries
                        ? new Verdict.RetryAt(now.plus(backoff.delay(before.errors(), random)))
                        : new Verdict.GiveUp(failure.message());
            case CRASH ->
                before.crashes() < crashRetries ? new Verdict.RetryAt(now) : new Verdict.GiveUp(failure.message());
        };
    }
}
