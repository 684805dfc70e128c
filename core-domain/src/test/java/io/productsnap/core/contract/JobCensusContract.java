package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.WorkerId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
}
