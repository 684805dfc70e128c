package io.productsnap.core.job;

import java.lang.System.Logger.Level;
import java.time.Clock;

/** Has a failed job done again, and tells whoever watches it. Thread-safe. */
public record ReadmitJob(JobStore store, JobEvents events, Clock clock) {

    private static final System.Logger LOG = System.getLogger(ReadmitJob.class.getName());

    public Readmission readmit(Owner owner, JobId id) {
        Readmission readmission = store.readmit(owner, id, clock.instant());
        if (readmission instanceof Readmission.Readmitted readmitted) {
            LOG.log(Level.INFO, "job {0} of {1}: QUEUED again, as its owner wished", id, owner);
            events.publish(JobEvent.of(readmitted.job()));
        }
        return readmission;
    }
}
