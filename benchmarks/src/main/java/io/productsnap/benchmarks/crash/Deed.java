package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Job;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a customer has done with a job.
 *
 * @param asked before the call; an answer that was lost is asked for again, and this is then the first time
 * @param answered after the call
 * @param before the job as its customer found it, where he looked
 * @param after as the answer had it, if it had any
 */
record Deed(What what, Instant asked, Instant answered, Optional<Job> before, Optional<Job> after) {

    /** What it was. */
    enum What {
        SUBMITTED,
        CANCELLED,
        READMITTED,
        REMOVED
    }

    static Deed submitted(Instant asked, Job job) {
        return new Deed(What.SUBMITTED, asked, Instant.now(), Optional.empty(), Optional.of(job));
    }

    static Deed cancelled(Instant asked, Job job) {
        return new Deed(What.CANCELLED, asked, Instant.now(), Optional.empty(), Optional.of(job));
    }

    static Deed readmitted(Instant asked, Job failed, Job queued) {
        return new Deed(What.READMITTED, asked, Instant.now(), Optional.of(failed), Optional.of(queued));
    }

    static Deed removed(Instant asked, Job found) {
        return new Deed(What.REMOVED, asked, Instant.now(), Optional.of(found), Optional.empty());
    }
}
