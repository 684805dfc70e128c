package io.productsnap.core.job;

import java.lang.System.Logger.Level;
import java.time.Instant;

/** Has a job taken in, and tells the log. Thread-safe. */
public record SubmitJob(JobStore store) {

    private static final System.Logger LOG = System.getLogger(SubmitJob.class.getName());

    public Admission submit(JobRequest request, Instant now) {
        Admission admission = store.admit(request, now);
        if (admission instanceof Admission.Admitted admitted) {
            LOG.log(Level.INFO, "job {0} of {1}: QUEUED", admitted.job().id(), request.owner());
        }
        return admission;
    }
}
