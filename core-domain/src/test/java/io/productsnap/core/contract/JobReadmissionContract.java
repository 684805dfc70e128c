package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aJobId;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Readmission;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An owner has a failed job done again: it is the same job, and a new use of the quota. */
interface JobReadmissionContract extends JobStoreSteps {

    private Readmission readmit(Owner owner, JobId id) {
        return store().readmit(owner, id, now());
    }

    private JobId aFailedJob() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        settle(worker, claimOne(worker), new Settlement.Retry(Failure.crash("killed"), now()));
        settle(worker, claimOne(worker), FAULT_OF_THE_WORK);
        return id;
    }

    @Test
    default void aFailedJobIsQueuedAgainWithBothBudgetsWhole() {
        JobId id = aFailedJob();
        Job failed = job(ANN, id);

        Job again =
                assertInstanceOf(Readmission.Readmitted.class, readmit(ANN, id)).job();

        assertEquals(again, job(ANN, id));
        assertEquals(new JobState.Queued(now()), again.state());
        assertEquals(Attempts.NONE, again.attempts());
        assertTrue(JobEvent.of(again).sequence() > JobEvent.of(failed).sequence());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);
        assertEquals(id, claim.job());
        assertTrue(claim.fence().number() > again.fence());
        assertTrue(settle(worker, claim, DONE));
    }

    @Test
    default void itIsANewUseOfTheQuota() {
        store().allow(ANN, terms().jobsInAll(2).forEver());
        JobId id = aFailedJob();
        assertEquals(1, usedBy(ANN));

        readmit(ANN, id);

        assertEquals(2, usedBy(ANN));
        assertEquals(1, store().usage(ANN, now()).total());
    }

    @Test
    default void whereTheQuotaIsUsedUpItStaysFailed() {
        store().allow(ANN, terms().jobsInAll(1).forEver());
        JobId id = aFailedJob();
        Job failed = job(ANN, id);

        assertEquals(new Readmission.QuotaUsedUp(Optional.empty()), readmit(ANN, id));

        assertEquals(failed, job(ANN, id));
        assertEquals(1, usedBy(ANN));
    }

    @Test
    default void onlyWhatHasFailedIsDoneAgain() {
        JobId queued = admit(aJob());
        WorkerId worker = aWorker();
        JobId running = claimOne(worker).job();
        assertEquals(queued, running);

        assertEquals(new Readmission.NotFailed(job(ANN, running)), readmit(ANN, running));
        JobId off = admit(aJob());
        store().cancel(ANN, off, now());
        assertEquals(new Readmission.NotFailed(job(ANN, off)), readmit(ANN, off));
    }

    @Test
    default void aStrangersFailedJobIsUnknown() {
        JobId id = aFailedJob();

        assertEquals(new Readmission.Unknown(), readmit(BOB, id));
        assertEquals(new Readmission.Unknown(), readmit(ANN, aJobId()));
    }

    @Test
    default void manyWishesAtOnceAreOneUseOfTheQuota() {
        store().allow(ANN, terms().jobsInAll(100).forEver());
        JobId id = aFailedJob();

        List<Readmission> answers = AtOnce.times(12, thread -> readmit(ANN, id));

        assertEquals(
                1,
                answers.stream()
                        .filter(a -> a instanceof Readmission.Readmitted)
                        .count());
        assertEquals(2, usedBy(ANN));
    }
}
