package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aJobId;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.productsnap.core.job.Cancellation;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an owner calls off does not run, and is not paid for unless it ran. */
interface JobCancellationContract extends JobStoreSteps {

    private Cancellation cancel(Owner owner, JobId id) {
        return store().cancel(owner, id, now());
    }

    private Job cancelled(JobId id) {
        return assertInstanceOf(Cancellation.Cancelled.class, cancel(ANN, id)).job();
    }

    @Test
    default void aWaitingJobThatIsCalledOffNeverRunsAndIsGivenBackToTheQuota() {
        store().allow(ANN, terms().jobsInAll(2).forEver());
        JobId id = admit(aJob());
        JobId other = admit(aJob());

        Job job = cancelled(id);

        assertEquals(new JobState.Cancelled(Optional.empty(), now()), job.state());
        assertEquals(job, job(ANN, id));
        assertEquals(1, usedBy(ANN));
        assertEquals(
                List.of(other), claim(aWorker(), 5).stream().map(Claim::job).toList());
    }

    @Test
    default void aJobThatWaitsForItsTimeIsCalledOffLikewise() {
        store().allow(ANN, terms().jobsInAll(2).forEver());
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        settle(worker, claimOne(worker), RETRY_IN_A_MINUTE.apply(now()));

        cancelled(id);
        pass(Duration.ofHours(1));
        store().promote(now());

        assertEquals(JobStatus.CANCELLED, statusOf(ANN, id));
        assertEquals(0, usedBy(ANN));
        assertEquals(List.of(), claim(worker, 5));
    }

    @Test
    default void aRunningJobThatIsCalledOffLosesItsFenceAndStaysCounted() {
        store().allow(ANN, terms().cap(1).jobsInAll(5).forEver());
        JobId id = admit(aJob());
        JobId next = admit(aJob());
        WorkerId worker = aWorker();
        Instant started = now();
        Claim claim = claimOne(worker);
        pass(Duration.ofSeconds(1));

        assertEquals(
                new JobState.Cancelled(Optional.of(started), now()),
                cancelled(id).state());

        assertEquals(Set.of(), store().heldBy(worker));
        assertFalse(store().progress(claim.fence(), 50));
        assertFalse(settle(worker, claim, DONE));
        assertEquals(2, usedBy(ANN));
        assertEquals(next, claimOne(worker).job());
    }

    @Test
    default void whatHasEndedCannotBeCalledOff() {
        admit(2, aJob());
        WorkerId worker = aWorker();
        Claim done = claimOne(worker);
        Claim failed = claimOne(worker);
        settle(worker, done, DONE);
        settle(worker, failed, OUR_FAULT);
        JobId off = admit(aJob());
        cancelled(off);

        for (JobId id : List.of(done.job(), failed.job(), off)) {
            Job before = job(ANN, id);
            assertEquals(new Cancellation.TooLate(before), cancel(ANN, id));
            assertEquals(before, job(ANN, id));
        }
    }

    @Test
    default void aStrangersJobIsUnknown() {
        JobId id = admit(aJob());

        assertEquals(new Cancellation.Unknown(), cancel(BOB, id));
        assertEquals(new Cancellation.Unknown(), cancel(ANN, aJobId()));

        assertEquals(JobStatus.QUEUED, statusOf(ANN, id));
    }

    @Test
    default void manyWishesAtOnceAreOneAndGiveBackOnce() {
        store().allow(ANN, terms().jobsInAll(5).forEver());
        admit(2, aJob());
        JobId id = admit(aJob());

        List<Cancellation> answers = AtOnce.times(12, thread -> cancel(ANN, id));

        assertEquals(
                1,
                answers.stream()
                        .filter(a -> a instanceof Cancellation.Cancelled)
                        .count());
        assertEquals(2, usedBy(ANN));
    }

    @Test
    default void besideClaimsAJobIsCalledOffOrRunAndTheQuotaAgrees() {
        store().allow(ANN, terms().jobsInAll(100).forEver());
        List<JobId> ids = IntStream.range(0, 40).mapToObj(i -> admit(aJob())).toList();
        WorkerId worker = aWorker();

        AtOnce.times(8, thread -> thread % 2 == 0 ? claim(worker, 5).size() : callOffAll(ids, thread));

        long neverRan = ids.stream()
                .filter(id -> statusOf(ANN, id) == JobStatus.CANCELLED)
                .filter(id -> job(ANN, id).state().startedAt().isEmpty())
                .count();
        assertEquals(40 - neverRan, usedBy(ANN));
        assertEquals(store().heldBy(worker).size(), runningOf(ANN));
    }

    private int callOffAll(List<JobId> ids, int thread) {
        ids.stream().skip(thread).forEach(id -> cancel(ANN, id));
        return 0;
    }
}
