package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Entry.What;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobHandler;
import io.productsnap.core.job.Outcome;

/** Writes down when the work of a run begins and when it ends, whatever ends it. */
record JournaledHandler(JobHandler work, Journal journal) implements JobHandler {

    @Override
    public Outcome handle(Claim claim, Progress progress) throws Exception {
        journal.note(What.STARTED, claim.fence(), claim.owner().value());
        String how = "broke off";
        try {
            Outcome outcome = work.handle(claim, progress);
            how = outcome.fold(produced -> "produced", failed -> "failed");
            return outcome;
        } finally {
            journal.note(What.ENDED, claim.fence(), how);
        }
    }

    @Override
    public void discard(Claim claim, Outcome outcome) {
        work.discard(claim, outcome);
    }
}
