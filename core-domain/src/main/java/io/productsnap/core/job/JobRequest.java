package io.productsnap.core.job;

import io.productsnap.core.policy.Attempts;
import java.time.Instant;
import java.util.Optional;

/**
 * A job that its owner would like to have done.
 *
 * @param notBefore when it may be started at the earliest; empty for at once. It counts against the quota from now on
 */
public record JobRequest(JobId id, Owner owner, JobSpec spec, Idempotency idempotency, Optional<Instant> notBefore) {

    /** One that may be started at once. */
    public JobRequest(JobId id, Owner owner, JobSpec spec, Idempotency idempotency) {
        this(id, owner, spec, idempotency, Optional.empty());
    }

    public JobRequest notBefore(Instant earliest) {
        return new JobRequest(id, owner, spec, idempotency, Optional.of(earliest));
    }

    /** When it is due, if it is submitted now. */
    public Instant due(Instant now) {
        return notBefore.filter(earliest -> earliest.isAfter(now)).orElse(now);
    }

    /** The job that it becomes, if it is taken in now. */
    public Job queued(Instant now) {
        return new Job(id, owner, spec, now, Attempts.NONE, 0, new JobState.Queued(due(now)));
    }
}
