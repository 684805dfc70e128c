package io.productsnap.core.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Examples.JobExample;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Settlement.Ending;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The words that the tests of a job store are written in. */
interface JobStoreSteps {

    Ending DONE = new Settlement.Done("result");
    Ending HANDED_BACK = new Settlement.HandedBack();
    Ending OUR_FAULT = new Settlement.GivenUp(Failure.passing("It is our fault."));
    Function<Instant, Ending> RETRY_IN_A_MINUTE =
            now -> new Settlement.Retry(Failure.passing("down"), now.plus(Duration.ofMinutes(1)));
    Ending FAULT_OF_THE_WORK = new Settlement.GivenUp(Failure.ofWork("The image is broken."));

    /** Empty for each test. */
    JobStore store();

    /** The one that the adapter's times come from, if it reads any. */
    TurnableClock clock();

    default Instant now() {
        return clock().instant();
    }

    default void pass(Duration time) {
        clock().turn(time);
    }

    default Admission submit(JobExample job) {
        return store().admit(job.request(), now());
    }

    default JobId admit(JobExample job) {
        return assertInstanceOf(Admission.Admitted.class, submit(job)).job().id();
    }

    default void admit(int count, JobExample job) {
        for (int i = 0; i < count; i++) {
            admit(job);
        }
    }

    default WorkerId aWorker() {
        WorkerId worker = Examples.aWorkerId();
        assertTrue(store().beat(worker, now()));
        return worker;
    }

    default List<Claim> claim(WorkerId worker, int want) {
        return store().turn(worker, List.of(), want, now()).claims();
    }

    default Claim claimOne(WorkerId worker) {
        List<Claim> claims = claim(worker, 1);
        assertTrue(claims.size() == 1, "there was nothing to claim");
        return claims.get(0);
    }

    default Settlement settlement(Claim claim, Ending ending) {
        return new Settlement(claim.fence(), claim.owner(), ending);
    }

    /** @return whether it was accepted */
    default boolean settle(WorkerId worker, Claim claim, Ending ending) {
        return store().turn(worker, List.of(settlement(claim, ending)), 0, now())
                .accepted()
                .contains(claim.fence());
    }

    default Job job(Owner owner, JobId id) {
        return store().find(owner, id).orElseThrow();
    }

    default JobStatus statusOf(Owner owner, JobId id) {
        return job(owner, id).state().status();
    }

    default int usedBy(Owner owner) {
        return store().usage(owner, now()).used();
    }

    default int runningOf(Owner owner) {
        return store().usage(owner, now()).running();
    }
}
