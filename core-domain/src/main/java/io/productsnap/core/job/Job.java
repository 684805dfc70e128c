package io.productsnap.core.job;

import io.productsnap.core.policy.Attempts;
import java.time.Instant;

/**
 * A piece of work, whose it is, and how far it has come.
 *
 * @param attempts what earlier runs have spent
 * @param fence the number of its last claim; 0 while it was never claimed
 */
public record Job(
        JobId id, Owner owner, JobSpec spec, Instant createdAt, Attempts attempts, long fence, JobState state) {

    /** The same job, further on in its life. */
    public Job as(Attempts spent, JobState now) {
        return new Job(id, owner, spec, createdAt, spent, fence, now);
    }
}
