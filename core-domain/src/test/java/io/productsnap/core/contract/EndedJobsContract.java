package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.EndedJobs;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Settlement.Ending;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@link EndedJobs} must do. */
interface EndedJobsContract extends JobStoreSteps {

    RetentionPolicy POLICY = RetentionPolicy.of(Duration.ofDays(30))
            .with("basic", Duration.ofDays(180))
            .with("pro", Duration.ofDays(365));

    /** Ids may be that much younger than their jobs. */
    Duration A_LITTLE = Duration.ofMinutes(1);

    /** Of the same jobs. */
    EndedJobs ended();

    private JobId endedJob(Owner owner, Ending ending) {
        JobId id = admit(aJob().of(owner));
        WorkerId worker = aWorker();
        assertTrue(settle(worker, claimOne(worker), ending));
        return id;
    }

    private Set<JobId> over() {
        return ended().over(POLICY, 1_000, now()).stream().map(Job::id).collect(Collectors.toSet());
    }

    @Test
    default void whatHasEndedIsOverWhenItsTimeIs() {
        JobId done = endedJob(ANN, DONE);
        JobId failed = endedJob(ANN, OUR_FAULT);
        JobId cancelled = admit(aJob());
        store().cancel(ANN, cancelled, now());
        admit(aJob());
        pass(Duration.ofDays(30));
        assertEquals(Set.of(), over());

        pass(A_LITTLE);

        assertEquals(Set.of(done, failed, cancelled), over());
    }

    @Test
    default void whatIsDoneIsKeptByTheTierOfTodayAndWhatFailedIsNot() {
        store().allow(ANN, terms().tier("basic").forEver());
        store().allow(BOB, terms().tier("pro").until(now().plus(Duration.ofDays(200)), terms().tier("basic")));
        JobId anns = endedJob(ANN, DONE);
        JobId annsFailed = endedJob(ANN, OUR_FAULT);
        JobId bobs = endedJob(BOB, DONE);

        pass(Duration.ofDays(180));
        assertEquals(Set.of(annsFailed), over());
        pass(A_LITTLE);
        assertEquals(Set.of(annsFailed, anns), over());
        pass(Duration.ofDays(20));
        assertEquals(Set.of(annsFailed, anns, bobs), over());
    }

    @Test
    default void noMoreAreGivenThanAreWanted() {
        endedJob(ANN, DONE);
        endedJob(ANN, DONE);
        endedJob(BOB, OUR_FAULT);
        pass(Duration.ofDays(31));

        assertEquals(2, ended().over(POLICY, 2, now()).size());
    }

    @Test
    default void whatIsForgottenIsGoneAndItsCountsStay() {
        JobId id = endedJob(ANN, DONE);
        pass(Duration.ofDays(31));
        Job job = ended().over(POLICY, 1, now()).get(0);

        assertTrue(ended().forget(job));

        assertFalse(ended().forget(job));
        assertEquals(Optional.empty(), store().find(ANN, id));
        assertEquals(1, store().usage(ANN, now()).total());
        assertEquals(List.of(), ended().over(POLICY, 1, now()));
    }

    @Test
    default void whatIsDoneAgainIsNotForgotten() {
        JobId id = endedJob(ANN, OUR_FAULT);
        pass(Duration.ofDays(31));
        Job failed = ended().over(POLICY, 1, now()).get(0);
        store().readmit(ANN, id, now());

        assertFalse(ended().forget(failed));

        assertTrue(store().find(ANN, id).isPresent());
    }
}
