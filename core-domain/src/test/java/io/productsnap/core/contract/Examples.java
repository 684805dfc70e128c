package io.productsnap.core.contract;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.QuotaPolicy.Period;
import io.productsnap.core.policy.UuidV7;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Builders that show only what matters to a test. Ids rise in the order in which they are made. */
public final class Examples {

    /** Where the clocks of the tests stand at first: a whole second, in the middle of a day. */
    public static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    public static final Owner ANN = new Owner("ann");
    public static final Owner BOB = new Owner("bob");

    private static final JobKind KIND = new JobKind("test");
    private static final int NO_LIMIT = 1_000_000;
    private static final AtomicLong COUNT = new AtomicLong();

    private Examples() {}

    /** A time-ordered id, greater than all before it. */
    public static UUID anId() {
        long count = COUNT.incrementAndGet();
        return UuidV7.of(NOW.plusMillis(count), () -> count);
    }

    public static JobId aJobId() {
        return new JobId(anId());
    }

    public static WorkerId aWorkerId() {
        return new WorkerId(anId());
    }

    /** A job of Ann's. */
    public static JobExample aJob() {
        return new JobExample(ANN, new JobSpec(KIND, "payload", "label"), Idempotency.none());
    }

    /** Terms that limit nothing. */
    public static TermsExample terms() {
        return new TermsExample("tier", NO_LIMIT, 1, new QuotaPolicy(NO_LIMIT, Period.TOTAL, NOW));
    }

    /** A job to submit; each {@link #request()} is one with an id of its own. */
    public record JobExample(Owner owner, JobSpec spec, Idempotency idempotency) {

        public JobExample of(Owner other) {
            return new JobExample(other, spec, idempotency);
        }

        public JobExample payload(String payload) {
            return new JobExample(owner, new JobSpec(spec.kind(), payload, spec.label()), idempotency);
        }

        public JobExample keyed(String key, String fingerprint) {
            return new JobExample(owner, spec, new Idempotency.Keyed(key, fingerprint));
        }

        public JobRequest request() {
            return new JobRequest(aJobId(), owner, spec, idempotency);
        }
    }

    /** What an owner may have done. */
    public record TermsExample(String tier, int cap, int weight, QuotaPolicy quota) {

        public TermsExample tier(String other) {
            return new TermsExample(other, cap, weight, quota);
        }

        public TermsExample cap(int other) {
            return new TermsExample(tier, other, weight, quota);
        }

        public TermsExample weight(int other) {
            return new TermsExample(tier, cap, other, quota);
        }

        public TermsExample jobs(int jobs, Period period, Instant anchor) {
            return new TermsExample(tier, cap, weight, new QuotaPolicy(jobs, period, anchor));
        }

        /** A quota that never comes back. */
        public TermsExample jobsInAll(int jobs) {
            return jobs(jobs, Period.TOTAL, NOW);
        }

        public Terms get() {
            return new Terms(tier, cap, weight, quota);
        }

        public Allowance forEver() {
            return new Allowance.Lasting(get());
        }

        public Allowance until(Instant end, TermsExample then) {
            return new Allowance.Ending(get(), end, then.get());
        }
    }
}
