package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Entry.What;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.EngineListener;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Settlement.Ending;
import java.time.Duration;

/** Writes down which ends of runs the store has accepted, and which it has refused. */
record JournaledAnswers(Journal journal) implements EngineListener {

    @Override
    public void ended(Claim claim, Ending ending, Duration ran) {
        journal.note(What.ACCEPTED, claim.fence(), after(ending).name());
    }

    @Override
    public void rescued(Job job) {
        journal.note(
                What.ACCEPTED,
                new Fence(job.id(), job.fence()),
                job.state().status().name());
    }

    @Override
    public void dropped(Claim claim) {
        journal.note(What.REFUSED, claim.fence(), "too late");
    }

    private static JobStatus after(Ending ending) {
        return ending.fold(
                done -> JobStatus.COMPLETED,
                retry -> JobStatus.QUEUED,
                givenUp -> JobStatus.FAILED,
                handedBack -> JobStatus.QUEUED);
    }
}
