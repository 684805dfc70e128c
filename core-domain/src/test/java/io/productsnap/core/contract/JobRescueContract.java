package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Workers come, beat, go home and die; their jobs outlive them. */
interface JobRescueContract extends JobStoreSteps {

    Duration LONG_SILENCE = StalePolicy.DEFAULT.lease().plusSeconds(1);

    private List<Job> rescue(RetryPolicy retry) {
        return store().rescue(StalePolicy.DEFAULT, retry, now());
    }

    private List<Job> rescue() {
        return rescue(RetryPolicy.DEFAULT);
    }

    @Test
    default void aWorkerThatNeverBeatClaimsNothing() {
        admit(aJob());

        assertEquals(List.of(), claim(aWorkerId(), 1));
    }

    @Test
    default void aDeadWorkersJobIsClaimedAgainAtOnce() {
        JobId id = admit(aJob());
        claimOne(aWorker());
        pass(LONG_SILENCE);

        List<Job> rescued = rescue();

        assertEquals(List.of(job(ANN, id)), rescued);
        assertEquals(JobStatus.QUEUED, statusOf(ANN, id));
        assertEquals(new Attempts(1, 0), job(ANN, id).attempts());
        assertEquals(0, runningOf(ANN));
        assertEquals(id, claimOne(aWorker()).job());
    }

    @Test
    default void whatWasRescuedIsNotRescuedAgain() {
        JobId id = admit(aJob());
        claimOne(aWorker());
        pass(LONG_SILENCE);
        rescue();

        assertEquals(List.of(), rescue());

        assertEquals(new Attempts(1, 0), job(ANN, id).attempts());
    }

    @Test
    default void manyRescuersAtOnceSpendOneRetry() {
        JobId id = admit(aJob());
        claimOne(aWorker());
        pass(LONG_SILENCE);

        List<List<Job>> rescued = AtOnce.times(8, thread -> rescue());

        assertEquals(1, rescued.stream().mapToInt(List::size).sum());
        assertEquals(new Attempts(1, 0), job(ANN, id).attempts());
    }

    @Test
    default void aLivingWorkerKeepsItsJobs() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);
        pass(StalePolicy.DEFAULT.lease());
        assertEquals(List.of(), rescue());
        assertTrue(store().beat(worker, now()));
        pass(StalePolicy.DEFAULT.lease());

        assertEquals(List.of(), rescue());

        assertEquals(JobStatus.PROCESSING, statusOf(ANN, id));
        assertTrue(settle(worker, claim, DONE));
    }

    @Test
    default void aWorkerThatWasDeclaredDeadStaysDead() {
        admit(aJob());
        WorkerId worker = aWorker();
        pass(LONG_SILENCE);
        rescue();

        assertFalse(store().beat(worker, now()));

        assertEquals(List.of(), claim(worker, 1));
    }

    @Test
    default void aSilentWorkerThatNobodyDeclaredDeadMayComeBack() {
        admit(aJob());
        WorkerId worker = aWorker();
        pass(LONG_SILENCE);

        assertTrue(store().beat(worker, now()));

        assertEquals(List.of(), rescue());
        assertEquals(1, claim(worker, 1).size());
    }

    @Test
    default void afterItsLastRetryACrashedJobHasFailedAndIsGivenBack() {
        store().allow(ANN, terms().jobsInAll(5).forEver());
        JobId id = admit(aJob());
        claimOne(aWorker());
        pass(LONG_SILENCE);
        rescue(RetryPolicy.of(1));
        claimOne(aWorker());
        pass(LONG_SILENCE);

        List<Job> rescued = rescue(RetryPolicy.of(1));

        assertEquals(List.of(job(ANN, id)), rescued);
        JobState state = job(ANN, id).state();
        assertEquals(JobStatus.FAILED, state.status());
        assertFalse(state.failure().orElseThrow().isBlank());
        assertEquals(Optional.of(now()), state.finishedAt());
        assertEquals(1, job(ANN, id).attempts().retries());
        assertEquals(0, usedBy(ANN));
        assertEquals(0, runningOf(ANN));
    }

    @Test
    default void crashesAndErrorsAreCountedApart() {
        JobId id = admit(aJob());
        WorkerId first = aWorker();
        settle(first, claimOne(first), new Settlement.Retry(Failure.passing("down"), now()));
        store().promote(now());
        claimOne(first);
        pass(LONG_SILENCE);

        rescue();

        assertEquals(new Attempts(1, 1), job(ANN, id).attempts());
        assertEquals(2, job(ANN, id).attempts().retries());
    }

    @Test
    default void allJobsOfADeadWorkerAreRescued() {
        admit(5, aJob());
        claim(aWorker(), 3);
        pass(LONG_SILENCE);

        assertEquals(3, rescue().size());

        assertEquals(5, claim(aWorker(), 10).size());
    }

    @Test
    default void aRescueKeepsTheCap() {
        store().allow(ANN, terms().cap(2).forEver());
        admit(5, aJob());
        claim(aWorker(), 2);
        pass(LONG_SILENCE);
        rescue();

        assertEquals(2, claim(aWorker(), 10).size());
    }

    @Test
    default void aRetiredWorkersJobsReturnAtOnceAndSpendNothing() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);

        store().retire(worker, now());

        assertEquals(new JobState.Queued(now()), job(ANN, id).state());
        assertEquals(Attempts.NONE, job(ANN, id).attempts());
        assertFalse(settle(worker, claim, DONE));
        assertEquals(id, claimOne(aWorker()).job());
    }

    @Test
    default void aRetiredWorkerClaimsNothing() {
        admit(aJob());
        WorkerId worker = aWorker();

        store().retire(worker, now());

        assertEquals(List.of(), claim(worker, 1));
    }

    @Test
    default void oneWorkersRetirementIsNotAnothers() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);

        store().retire(aWorker(), now());
        store().retire(aWorkerId(), now());

        assertEquals(JobStatus.PROCESSING, statusOf(ANN, id));
        assertTrue(settle(worker, claim, DONE));
    }
}
