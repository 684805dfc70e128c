package io.productsnap.bootstrap;

import io.productsnap.core.job.EngineSettings;
import io.productsnap.core.payment.PlanLimits;
import io.productsnap.core.payment.PlanLimits.Limit;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.time.Duration;

/** Reads the settings of the core's own records. */
final class EngineReading {

    private EngineReading() {}

    static EngineSettings engine(Environment from) {
        EngineSettings usual = EngineSettings.DEFAULT;
        Duration lease =
                from.duration("JOB_LEASE", Duration.ofSeconds(1), usual.stale().lease());
        Duration deadline = from.duration(
                "JOB_DEADLINE", Duration.ofMinutes(1), usual.stale().deadline());
        return usual.withThreads(from.number("WORKER_THREADS", 1, usual.threads()))
                .withRetry(RetryPolicy.of(
                        from.number("JOB_RETRIES", 0, usual.retry().errorRetries())))
                .withStale(new StalePolicy(lease, deadline))
                .withPoll(from.duration("JOB_POLL", Duration.ofSeconds(1), Duration.ofSeconds(15)));
    }

    static PlanLimits plans(Environment from) {
        PlanLimits usual = PlanLimits.DEFAULT;
        return new PlanLimits(
                limit(from, "FREE_JOBS_TOTAL", "FREE_CONCURRENT_JOBS", usual.free()),
                limit(from, "BASIC_JOBS_PER_MONTH", "BASIC_CONCURRENT_JOBS", usual.basic()),
                limit(from, "PRO_JOBS_PER_MONTH", "PRO_CONCURRENT_JOBS", usual.pro()));
    }

    private static Limit limit(Environment from, String jobs, String concurrent, Limit usual) {
        return new Limit(
                from.number(jobs, 0, usual.jobs()), from.number(concurrent, 1, usual.concurrent()), usual.weight());
    }
}
