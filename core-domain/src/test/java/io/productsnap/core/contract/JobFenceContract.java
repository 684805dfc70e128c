package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aJobId;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Turn;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing is written under a fence that is not the job's present one: a zombie writes nothing. */
interface JobFenceContract extends JobStoreSteps {

    /** The worker is declared dead, and what it had is claimed by another. */
    private Claim losesItsJobTo(WorkerId other) {
        pass(StalePolicy.DEFAULT.lease().plusSeconds(1));
        store().beat(other, now());
        assertEquals(
                1,
                store().rescue(StalePolicy.DEFAULT, RetryPolicy.DEFAULT, now()).size());
        return claimOne(other);
    }

    @Test
    default void aZombieCannotSettleAJobThatIsAnothersByNow() {
        JobId id = admit(aJob());
        WorkerId zombie = aWorker();
        Claim lost = claimOne(zombie);
        WorkerId other = aWorker();
        Claim taken = losesItsJobTo(other);

        assertFalse(settle(zombie, lost, new Settlement.Done("zombie")));

        assertEquals(JobStatus.PROCESSING, statusOf(ANN, id));
        assertTrue(settle(other, taken, DONE));
        assertEquals("result", job(ANN, id).state().produced().orElseThrow());
    }

    @Test
    default void aZombieCannotSettleAJobThatIsBackInTheQueue() {
        JobId id = admit(aJob());
        WorkerId zombie = aWorker();
        Claim lost = claimOne(zombie);
        pass(StalePolicy.DEFAULT.lease().plusSeconds(1));
        store().rescue(StalePolicy.DEFAULT, RetryPolicy.DEFAULT, now());

        assertFalse(settle(zombie, lost, DONE));

        assertEquals(JobStatus.QUEUED, statusOf(ANN, id));
    }

    @Test
    default void aZombiesProgressIsRefused() {
        JobId id = admit(aJob());
        Claim lost = claimOne(aWorker());
        losesItsJobTo(aWorker());

        assertFalse(store().progress(lost.fence(), 90));

        assertEquals(0, job(ANN, id).state().progress());
    }

    @Test
    default void aRemovedJobsFenceIsWorthNothing() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);
        store().remove(ANN, id);

        assertFalse(store().progress(claim.fence(), 50));
        assertFalse(settle(worker, claim, DONE));
        assertTrue(store().find(ANN, id).isEmpty());
    }

    @Test
    default void aSettlementIsAcceptedOnce() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);
        assertTrue(settle(worker, claim, new Settlement.Done("first")));

        assertFalse(settle(worker, claim, new Settlement.Done("second")));

        assertEquals("first", job(ANN, id).state().produced().orElseThrow());
    }

    @Test
    default void aSettlementThatIsSentByManyAtOnceIsAcceptedOnce() {
        store().allow(ANN, terms().jobsInAll(10).forEver());
        admit(2, aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);

        List<Boolean> accepted = AtOnce.times(10, thread -> settle(worker, claim, OUR_FAULT));

        assertEquals(1, accepted.stream().filter(yes -> yes).count());
        assertEquals(1, usedBy(ANN));
        assertEquals(0, runningOf(ANN));
    }

    @Test
    default void aFenceThatNobodyGaveOutIsWorthNothing() {
        WorkerId worker = aWorker();
        JobId id = admit(aJob());
        Claim claim = claimOne(worker);
        Fence forged = new Fence(id, claim.fence().number() + 1);
        Fence unknown = new Fence(aJobId(), claim.fence().number());

        Turn turn = store().turn(
                        worker,
                        List.of(new Settlement(forged, ANN, DONE), new Settlement(unknown, ANN, DONE)),
                        0,
                        now());

        assertEquals(Set.of(), turn.accepted());
        assertFalse(store().progress(forged, 10));
        assertFalse(store().progress(unknown, 10));
        assertEquals(JobStatus.PROCESSING, statusOf(ANN, id));
    }

    @Test
    default void goodAndBadSettlementsOfOneTurnAreToldApart() {
        admit(2, aJob());
        WorkerId worker = aWorker();
        Claim good = claimOne(worker);
        Claim bad = claimOne(worker);
        store().remove(ANN, bad.job());

        Turn turn = store().turn(worker, List.of(settlement(bad, DONE), settlement(good, DONE)), 0, now());

        assertEquals(Set.of(good.fence()), turn.accepted());
    }

    @Test
    default void aJobsFencesRiseFromClaimToClaim() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        long last = 0;
        for (int i = 0; i < 5; i++) {
            Claim claim = claimOne(worker);
            assertTrue(claim.fence().number() > last, "fence " + claim.fence() + " after " + last);
            last = claim.fence().number();
            assertEquals(last, job(ANN, id).fence());
            settle(worker, claim, HANDED_BACK);
            assertEquals(last, job(ANN, id).fence());
        }
    }

    @Test
    default void noTwoClaimsHaveTheSameFence() {
        admit(30, aJob());
        WorkerId worker = aWorker();

        List<List<Claim>> claims = AtOnce.times(6, thread -> claim(worker, 5));

        Set<Long> numbers = new HashSet<>();
        Set<JobId> jobs = new HashSet<>();
        for (List<Claim> batch : claims) {
            for (Claim claim : batch) {
                assertTrue(numbers.add(claim.fence().number()), "twice: " + claim.fence());
                assertTrue(jobs.add(claim.job()), "twice: " + claim.job());
            }
        }
        assertEquals(numbers.size(), runningOf(ANN));
    }

    @Test
    default void aClaimCarriesWhatItsHandlerNeeds() {
        store().allow(ANN, terms().tier("pro").forEver());
        JobId id = admit(aJob().payload("work"));

        Claim claim = claimOne(aWorker());

        Job job = job(ANN, id);
        assertEquals(new Fence(id, job.fence()), claim.fence());
        assertEquals(ANN, claim.owner());
        assertEquals(job.spec(), claim.spec());
        assertEquals(job.attempts(), claim.attempts());
        assertEquals("pro", claim.tier().orElseThrow());
        assertEquals(now(), claim.at());
        assertEquals(now(), job.state().startedAt().orElseThrow());
    }
}
