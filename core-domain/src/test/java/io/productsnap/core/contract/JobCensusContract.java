package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.job.Backlog;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a {@link JobCensus} must tell. */
interface JobCensusContract extends JobStoreSteps {

    /** Of the same jobs. */
    JobCensus census();

    @Test
    default void theCensusHasWhatRunsAndNothingElse() {
        admit(3, aJob());
        admit(aJob().of(BOB));
        assertEquals(Map.of(), census().running());

        WorkerId worker = aWorker();
        List<Claim> claims = claim(worker, 4);
        assertEquals(
                Map.of(ANN, 3L, BOB, 1L),
                claims.stream().collect(Collectors.groupingBy(Claim::owner, Collectors.counting())));
        Claim done = claims.stream()
                .filter(claim -> claim.owner().equals(BOB))
                .findFirst()
                .orElseThrow();
        settle(worker, done, DONE);

        assertEquals(
                Map.of(
                        ANN,
                        claims.stream()
                                .filter(claim -> claim.owner().equals(ANN))
                                .collect(Collectors.toMap(Claim::fence, Claim::at))),
                census().running());
    }

    @Test
    default void theCensusCountsAndShowsTheOldestAndTheNewest() {
        JobId first = admit(aJob());
        JobId second = admit(aJob().of(BOB));
        JobId third = admit(aJob());
        WorkerId worker = aWorker();
        Claim failing = claimOne(worker);
        settle(worker, failing, OUR_FAULT);
        List<JobId> waiting = Stream.of(first, second, third)
                .filter(id -> !id.equals(failing.job()))
                .toList();

        assertEquals(2, census().count(JobStatus.QUEUED));
        assertEquals(0, census().count(JobStatus.PROCESSING));
        assertEquals(waiting, ids(census().oldest(JobStatus.QUEUED, 5)));
        assertEquals(List.of(waiting.get(0)), ids(census().oldest(JobStatus.QUEUED, 1)));
        assertEquals(List.of(waiting.get(1)), ids(census().newest(JobStatus.QUEUED, 1)));
        assertEquals(List.of(failing.job()), ids(census().newest(JobStatus.FAILED, 5)));
    }

    @Test
    default void whatWaitsForItsTimeIsCountedAsQueued() {
        JobId id = admit(aJob());
        WorkerId worker = aWorker();
        settle(worker, claimOne(worker), RETRY_IN_A_MINUTE.apply(now()));

        assertEquals(1, census().count(JobStatus.QUEUED));
        assertEquals(List.of(id), ids(census().oldest(JobStatus.QUEUED, 5)));
    }

    @Test
    default void theCensusFindsJobsByTheirIdsWhoseverTheyAre() {
        JobId anns = admit(aJob());
        JobId bobs = admit(aJob().of(BOB));
        admit(aJob());

        assertEquals(
                Set.of(job(ANN, anns), job(BOB, bobs)),
                Set.copyOf(census().find(List.of(bobs, Examples.aJobId(), anns, anns))));
        assertEquals(List.of(), census().find(List.of()));
    }

    @Test
    default void theBacklogIsWhatWaitsAndWhatRuns() {
        assertEquals(new Backlog(0, 0, 0, Optional.empty()), census().backlog());
        WorkerId worker = aWorker();
        admit(2, aJob());
        settle(worker, claimOne(worker), DONE);
        settle(worker, claimOne(worker), RETRY_IN_A_MINUTE.apply(now()));
        admit(aJob().of(BOB));
        claimOne(worker);
        Instant first = now();
        admit(aJob());
        pass(Duration.ofSeconds(5));
        admit(aJob());

        assertEquals(new Backlog(2, 1, 1, Optional.of(first)), census().backlog());
    }

    private static List<JobId> ids(List<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }
}
