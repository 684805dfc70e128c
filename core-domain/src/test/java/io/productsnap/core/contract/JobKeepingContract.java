package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.policy.Attempts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Jobs are kept, for their owner's eyes. */
interface JobKeepingContract extends JobStoreSteps {

    @Test
    default void anAdmittedJobIsFoundAsItWasAnswered() {
        JobRequest request = aJob().payload("a=ü&b=\n\"'\\ 漢字").request();

        Job admitted = assertInstanceOf(Admission.Admitted.class, store().admit(request, now()))
                .job();

        assertEquals(
                new Job(request.id(), ANN, request.spec(), now(), Attempts.NONE, 0, new JobState.Queued(now())),
                admitted);
        assertEquals(admitted, job(ANN, request.id()));
    }

    @Test
    default void whatNobodySubmittedIsNotFound() {
        assertEquals(Optional.empty(), store().find(ANN, aJobId()));
    }

    @Test
    default void aStrangerNeitherSeesNorChangesAJob() {
        JobId id = admit(aJob());

        assertEquals(Optional.empty(), store().find(BOB, id));
        assertFalse(store().relabel(BOB, id, "mine"));
        assertEquals(Optional.empty(), store().remove(BOB, id));

        assertEquals("label", job(ANN, id).spec().label());
    }

    @Test
    default void aNewLabelChangesNothingElse() {
        JobId id = admit(aJob());
        Job before = job(ANN, id);

        assertTrue(store().relabel(ANN, id, "other"));

        assertEquals(
                new Job(
                        id,
                        ANN,
                        before.spec().labelled("other"),
                        before.createdAt(),
                        before.attempts(),
                        before.fence(),
                        before.state()),
                job(ANN, id));
    }

    @Test
    default void aRunningJobCanBeRelabelledAndStillBeSettled() {
        JobId id = admit(aJob());
        var worker = aWorker();
        Claim claim = claimOne(worker);

        assertTrue(store().relabel(ANN, id, "other"));

        assertTrue(settle(worker, claim, DONE));
        assertEquals("other", job(ANN, id).spec().label());
    }

    @Test
    default void whatIsNotThereIsNotRelabelled() {
        assertFalse(store().relabel(ANN, aJobId(), "other"));
    }

    @Test
    default void aRemovedJobIsGone() {
        JobId id = admit(aJob());
        Job before = job(ANN, id);

        assertEquals(Optional.of(before), store().remove(ANN, id));

        assertEquals(Optional.empty(), store().find(ANN, id));
        assertEquals(Optional.empty(), store().remove(ANN, id));
        assertTrue(claim(aWorker(), 1).isEmpty());
    }

    @Test
    default void aJobThatEndedCanBeRemovedWithItsResult() {
        JobId id = admit(aJob());
        var worker = aWorker();
        settle(worker, claimOne(worker), DONE);

        Job removed = store().remove(ANN, id).orElseThrow();

        assertEquals(JobStatus.COMPLETED, removed.state().status());
        assertEquals(Optional.of("result"), removed.state().produced());
    }
}
