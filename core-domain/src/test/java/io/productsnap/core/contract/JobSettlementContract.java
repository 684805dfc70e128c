package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Turn;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How claims end, and what comes after. */
interface JobSettlementContract extends JobStoreSteps {

    private static Settlement.Ending retryAt(Instant due) {
        return new Settlement.Retry(Failure.passing("down"), due);
    }

    @Test
    default void aJobThatIsDoneIsCompleted() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Instant started = now();
        Claim claim = claimOne(worker);
        pass(Duration.ofSeconds(3));

        assertTrue(settle(worker, claim, DONE));

        assertEquals(
                new JobState.Completed(started, now(), "result"), job(ANN, id).state());
        assertEquals(0, runningOf(ANN));
    }

    @Test
    default void aJobThatIsGivenUpHasFailedWithItsReason() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Instant started = now();
        Claim claim = claimOne(worker);
        pass(Duration.ofSeconds(3));

        assertTrue(settle(worker, claim, FAULT_OF_THE_WORK));

        assertEquals(
                new JobState.Failed(Optional.of(started), now(), "The image is broken."),
                job(ANN, id).state());
        assertEquals(Attempts.NONE, job(ANN, id).attempts());
        assertEquals(0, runningOf(ANN));
    }

    @Test
    default void whatHasEndedIsNotClaimedAgain() {
        admit(2, aJob());
        WorkerId worker = aWorker();
        settle(worker, claimOne(worker), DONE);
        settle(worker, claimOne(worker), OUR_FAULT);

        assertEquals(List.of(), claim(worker, 5));
    }

    @Test
    default void aRetryIsNotClaimedBeforeItIsDue() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Instant due = now().plus(Duration.ofMinutes(1));
        assertTrue(settle(worker, claimOne(worker), retryAt(due)));
        assertEquals(new JobState.Queued(due), job(ANN, id).state());
        assertEquals(0, runningOf(ANN));

        clock().turnTo(due.minusSeconds(1));
        assertEquals(Optional.of(due), store().promote(now()));
        assertEquals(List.of(), claim(worker, 1));

        clock().turnTo(due);
        store().beat(worker, now());
        assertEquals(Optional.empty(), store().promote(now()));
        assertEquals(id, claimOne(worker).job());
    }

    @Test
    default void promoteTellsWhenTheNextOneIsDue() {
        admit(2, aJob());
        WorkerId worker = aWorker();
        assertEquals(Optional.empty(), store().promote(now()));
        Instant first = now().plus(Duration.ofSeconds(10));
        Instant second = now().plus(Duration.ofSeconds(20));
        settle(worker, claimOne(worker), retryAt(second));
        settle(worker, claimOne(worker), retryAt(first));

        assertEquals(Optional.of(first), store().promote(now()));
        assertEquals(Optional.of(second), store().promote(first));
        assertEquals(Optional.empty(), store().promote(second));
        assertEquals(2, claim(worker, 5).size());
    }

    @Test
    default void aRetryThatIsDueAtOnceCanBeClaimedAfterPromote() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        settle(worker, claimOne(worker), retryAt(now()));

        assertEquals(Optional.empty(), store().promote(now()));

        assertEquals(id, claimOne(worker).job());
    }

    @Test
    default void aWaitingJobThatIsRemovedIsNeverDue() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Instant due = now().plus(Duration.ofMinutes(1));
        settle(worker, claimOne(worker), retryAt(due));

        store().remove(ANN, id);

        assertEquals(Optional.empty(), store().promote(now()));
        assertEquals(Optional.empty(), store().promote(due));
        assertEquals(List.of(), claim(worker, 1));
    }

    @Test
    default void retriesAfterErrorsAreCounted() {
        store().allow(ANN, terms().jobsInAll(5).forEver());
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        for (int errors = 1; errors <= 3; errors++) {
            settle(worker, claimOne(worker), retryAt(now()));
            store().promote(now());
            assertEquals(new Attempts(0, errors), job(ANN, id).attempts());
        }

        assertEquals(new Attempts(0, 3), claimOne(worker).attempts());
        assertEquals(1, usedBy(ANN));
    }

    @Test
    default void aJobThatIsHandedBackHasSpentNothing() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();

        assertTrue(settle(worker, claimOne(worker), HANDED_BACK));

        assertEquals(new JobState.Queued(now()), job(ANN, id).state());
        assertEquals(Attempts.NONE, job(ANN, id).attempts());
        assertEquals(id, claimOne(worker).job());
    }

    @Test
    default void aTurnThatWantsNothingOnlySettles() {
        admit(3, aJob());
        WorkerId worker = aWorker();
        List<Claim> claims = claim(worker, 2);

        Turn turn = store().turn(
                        worker, List.of(settlement(claims.get(0), DONE), settlement(claims.get(1), DONE)), 0, now());

        assertEquals(new Turn(Set.of(claims.get(0).fence(), claims.get(1).fence()), List.of(), false), turn);
    }

    @Test
    default void aTurnClaimsNoMoreThanItWants() {
        admit(5, aJob());

        assertEquals(2, claim(aWorker(), 2).size());
    }

    @Test
    default void anOwnersJobsAreClaimedInTheOrderTheyCame() {
        JobId first = admit(aJob());
        JobId second = admit(aJob());
        WorkerId worker = aWorker();

        assertEquals(first, claimOne(worker).job());
        assertEquals(second, claimOne(worker).job());
    }

    @Test
    default void progressNeverGoesBack() {
        JobId id = admit(aJob());
        Claim claim = claimOne(aWorker());

        assertTrue(store().progress(claim.fence(), 40));
        assertTrue(store().progress(claim.fence(), 20));
        assertEquals(40, job(ANN, id).state().progress());

        assertTrue(store().progress(claim.fence(), 100));
        assertEquals(new JobState.Processing(now(), 100), job(ANN, id).state());
    }

    @Test
    default void anotherRunStartsItsProgressAnew() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);
        store().progress(claim.fence(), 80);
        settle(worker, claim, HANDED_BACK);
        assertEquals(0, job(ANN, id).state().progress());

        claimOne(worker);

        assertEquals(0, job(ANN, id).state().progress());
    }

    @Test
    default void aSettledRunMakesNoMoreProgress() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);
        settle(worker, claim, HANDED_BACK);

        assertFalse(store().progress(claim.fence(), 50));

        assertEquals(0, job(ANN, id).state().progress());
    }
}
