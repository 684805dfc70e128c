package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Owners page through their jobs, newest first. */
interface JobListingContract extends JobStoreSteps {

    private JobPage page(Optional<JobStatus> status, JobQuery.From from, int limit) {
        return store().list(ANN, new JobQuery(status, from, limit));
    }

    private JobPage newest(int limit) {
        return page(Optional.empty(), new JobQuery.Offset(0), limit);
    }

    private List<JobId> withStatus(JobStatus status) {
        return ids(page(Optional.of(status), new JobQuery.Offset(0), 100));
    }

    private static List<JobId> ids(JobPage page) {
        return page.jobs().stream().map(Job::id).toList();
    }

    @Test
    default void whoHasNoJobsGetsAnEmptyPage() {
        admit(aJob().of(BOB));

        assertEquals(new JobPage(List.of(), false), newest(10));
    }

    @Test
    default void theNewestComesFirst() {
        JobId first = admit(aJob());
        admit(aJob().of(BOB));
        JobId second = admit(aJob());
        JobId third = admit(aJob());

        assertEquals(List.of(third, second, first), ids(newest(10)));
    }

    @Test
    default void aPageTellsWhetherThereAreOlderOnes() {
        JobId first = admit(aJob());
        JobId second = admit(aJob());
        JobId third = admit(aJob());

        assertEquals(List.of(third, second), ids(newest(2)));
        assertTrue(newest(2).more());
        assertFalse(newest(3).more());
        assertEquals(List.of(first), ids(page(Optional.empty(), new JobQuery.Offset(2), 2)));
        assertFalse(page(Optional.empty(), new JobQuery.Offset(2), 2).more());
    }

    @Test
    default void anOffsetPastTheEndIsAnEmptyPage() {
        admit(aJob());

        assertEquals(new JobPage(List.of(), false), page(Optional.empty(), new JobQuery.Offset(1), 10));
    }

    @Test
    default void aCursorGoesOnWhereThePageEnded() {
        JobId first = admit(aJob());
        JobId second = admit(aJob());
        JobId third = admit(aJob());

        JobPage next = page(Optional.empty(), new JobQuery.Before(third), 1);

        assertEquals(List.of(second), ids(next));
        assertTrue(next.more());
        assertEquals(List.of(first), ids(page(Optional.empty(), new JobQuery.Before(second), 1)));
        assertFalse(page(Optional.empty(), new JobQuery.Before(second), 1).more());
    }

    @Test
    default void aCursorHoldsWhenItsJobIsGoneAndNewOnesCame() {
        JobId first = admit(aJob());
        JobId second = admit(aJob());
        store().remove(ANN, second);
        admit(aJob());

        assertEquals(List.of(first), ids(page(Optional.empty(), new JobQuery.Before(second), 10)));
    }

    @Test
    default void jobsAreListedByWhereTheyAreInTheirLife() {
        WorkerId worker = aWorker();
        JobId completed = admit(aJob());
        settle(worker, claimOne(worker), DONE);
        JobId failed = admit(aJob());
        settle(worker, claimOne(worker), FAULT_OF_THE_WORK);
        JobId processing = admit(aJob());
        claimOne(worker);
        JobId queued = admit(aJob());

        assertEquals(List.of(completed), withStatus(JobStatus.COMPLETED));
        assertEquals(List.of(failed), withStatus(JobStatus.FAILED));
        assertEquals(List.of(processing), withStatus(JobStatus.PROCESSING));
        assertEquals(List.of(queued), withStatus(JobStatus.QUEUED));
        assertEquals(List.of(), withStatus(JobStatus.CANCELLED));
        assertEquals(List.of(queued, processing, failed, completed), ids(newest(10)));
    }

    @Test
    default void aJobThatWaitsForItsRetryIsQueuedToItsOwner() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        Failure failure = Failure.passing("down");
        settle(worker, claimOne(worker), new Settlement.Retry(failure, now().plus(Duration.ofMinutes(1))));

        assertEquals(List.of(id), withStatus(JobStatus.QUEUED));
    }

    @Test
    default void aStatusAndACursorGoTogether() {
        JobId first = admit(aJob());
        WorkerId worker = aWorker();
        JobId second = admit(aJob());
        settle(worker, claimOne(worker), DONE);
        JobId third = admit(aJob());

        assertEquals(List.of(second), ids(page(Optional.of(JobStatus.QUEUED), new JobQuery.Before(third), 10)));
        assertEquals(List.of(first), ids(page(Optional.of(JobStatus.COMPLETED), new JobQuery.Before(third), 10)));
    }
}
