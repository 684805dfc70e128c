package io.productsnap.core.job;

import java.lang.System.Logger.Level;
import java.time.Clock;

/** Calls a job off, and tells whoever watches it. Thread-safe. */
public record CancelJob(JobStore store, JobEvents events, Clock clock) {

    private static final System.Logger LOG = System.getLogger(CancelJob.class.getName());

    public Cancellation cancel(Owner owner, JobId id) {
        Cancellation cancellation = store.cancel(owner, id, clock.instant());
        if (cancellation instanceof Cancellation.Cancelled cancelled) {
            LOG.log(Level.INFO, "job {0} of {1}: CANCELLED", id, owner);
            events.publish(JobEvent.of(cancelled.job()));
        }
        return cancellation;
    }
}
