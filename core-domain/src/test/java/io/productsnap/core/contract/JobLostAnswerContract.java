package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.aJob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Attempts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a worker does that has not heard the answer to a turn which was written. */
interface JobLostAnswerContract extends JobStoreSteps {

    @Test
    default void aCompletionThatIsSentAgainIsAcceptedAgainAndCountsOnce() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);
        assertTrue(settle(worker, claim, DONE));

        assertTrue(settle(worker, claim, DONE));

        assertEquals(JobStatus.COMPLETED, statusOf(ANN, id));
        assertEquals(0, runningOf(ANN));
    }

    @Test
    default void aCompletionThatIsSentAgainAfterItsJobWasRemovedIsNotAccepted() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);
        settle(worker, claim, DONE);
        store().remove(ANN, id);

        assertFalse(settle(worker, claim, DONE));
    }

    @Test
    default void whatAWorkerDoesNotKnowOfReturnsToTheQueueUnspent() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Claim unheard = claimOne(worker);

        store().giveBack(worker, Set.of(), now());

        assertEquals(JobStatus.QUEUED, statusOf(ANN, id));
        assertEquals(Attempts.NONE, job(ANN, id).attempts());
        assertFalse(settle(worker, unheard, DONE));
        assertEquals(id, claimOne(worker).job());
    }

    @Test
    default void whatItKnowsOfStaysAndSoDoesWhatIsOthers() {
        admit(3, aJob());
        WorkerId worker = aWorker();
        WorkerId other = aWorker();
        Claim known = claimOne(worker);
        Claim unheard = claimOne(worker);
        Claim others = claimOne(other);

        store().giveBack(worker, Set.of(known.fence()), now());

        assertTrue(settle(worker, known, DONE));
        assertTrue(settle(other, others, DONE));
        assertEquals(
                List.of(unheard.job()),
                claim(worker, 5).stream().map(Claim::job).toList());
    }
}
