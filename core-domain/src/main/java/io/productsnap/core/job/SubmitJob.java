package io.productsnap.core.job;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;

/** Has jobs taken in, and tells the log. Thread-safe. */
public record SubmitJob(JobStore store) {

    private static final System.Logger LOG = System.getLogger(SubmitJob.class.getName());

    public Admission submit(JobRequest request, Instant now) {
        Admission admission = store.admit(request, now);
        tell(admission);
        return admission;
    }

    public List<Admission> submitAll(List<JobRequest> requests, Instant now) {
        List<Admission> admissions = store.admitAll(requests, now);
        admissions.forEach(SubmitJob::tell);
        return admissions;
    }

    private static void tell(Admission admission) {
        if (admission instanceof Admission.Admitted admitted) {
            Job job = admitted.job();
            LOG.log(Level.INFO, "job {0} of {1}: QUEUED", job.id(), job.owner());
        }
    }
}
