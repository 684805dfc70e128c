package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobHandler;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.Outcome;
import java.time.Duration;

/**
 * Jobs that do nothing, and result in the number of their run. Half are done at once; the others end at the same moments in
 * all processes, so that heaps of them are settled by all workers at a time: that is when these meet at the lanes.
 */
record InStep() implements JobHandler {

    static final JobKind KIND = new JobKind("nothing");

    private static final long STEP_MILLIS = Duration.ofMillis(150).toMillis();

    @Override
    public Outcome handle(Claim claim, Progress progress) throws InterruptedException {
        if (claim.job().value().getLeastSignificantBits() % 2 == 0) {
            // The work of these jobs is to wait: for the moment at which all of them end.
            Thread.sleep(STEP_MILLIS - System.currentTimeMillis() % STEP_MILLIS);
        }
        return Outcome.produced(Long.toString(claim.fence().number()));
    }
}
