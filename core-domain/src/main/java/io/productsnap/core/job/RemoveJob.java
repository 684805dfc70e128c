package io.productsnap.core.job;

import java.lang.System.Logger.Level;
import java.util.Optional;

/** Has a job removed, and tells the log. Thread-safe. */
public record RemoveJob(JobStore store) {

    private static final System.Logger LOG = System.getLogger(RemoveJob.class.getName());

    /** @return the job as it was; empty when the owner has no such job */
    public Optional<Job> remove(Owner owner, JobId id) {
        Optional<Job> removed = store.remove(owner, id);
        removed.ifPresent(job -> LOG.log(
                Level.INFO,
                "job {0} of {1}: removed, it was {2}",
                id,
                owner,
                job.state().status()));
        return removed;
    }
}
