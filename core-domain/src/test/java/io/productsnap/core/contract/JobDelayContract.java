package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A job that is not to be started before a moment. */
interface JobDelayContract extends JobStoreSteps {

    private Job admitFor(Instant moment) {
        Admission admission = store().admit(aJob().request().notBefore(moment), now());
        return assertInstanceOf(Admission.Admitted.class, admission).job();
    }

    private List<JobId> claimed(WorkerId worker) {
        return claim(worker, 5).stream().map(Claim::job).toList();
    }

    @Test
    default void itWaitsForItsMomentAndOthersDoNotWaitForIt() {
        Instant moment = now().plus(Duration.ofMinutes(5));
        Job later = admitFor(moment);
        JobId now = admit(aJob());
        WorkerId worker = aWorker();

        assertEquals(new JobState.Queued(moment), later.state());
        assertEquals(later, job(ANN, later.id()));
        assertEquals(Optional.of(moment), store().promote(now()));
        assertEquals(List.of(now), claimed(worker));

        pass(Duration.ofMinutes(5));
        store().beat(worker, now());
        assertEquals(Optional.empty(), store().promote(now()));
        assertEquals(List.of(later.id()), claimed(worker));
    }

    @Test
    default void aMomentThatIsPastIsNow() {
        Job job = admitFor(now().minus(Duration.ofDays(1)));

        assertEquals(new JobState.Queued(now()), job.state());
        assertEquals(List.of(job.id()), claimed(aWorker()));
    }

    @Test
    default void aClaimTellsHowLongItsJobHasWaitedSinceItWasDue() {
        admitFor(now().plus(Duration.ofMinutes(5)));
        pass(Duration.ofMinutes(7));
        store().promote(now());
        WorkerId worker = aWorker();

        Claim first = claimOne(worker);
        assertEquals(Duration.ofMinutes(2), first.waited());

        settle(worker, first, RETRY_IN_A_MINUTE.apply(now()));
        pass(Duration.ofMinutes(1).plusSeconds(3));
        store().promote(now());
        store().beat(worker, now());
        assertEquals(Duration.ofSeconds(3), claimOne(worker).waited());
    }

    @Test
    default void itIsCountedWhenItIsSubmitted() {
        store().allow(ANN, terms().jobsInAll(1).forEver());

        admitFor(now().plus(Duration.ofDays(1)));

        assertEquals(1, usedBy(ANN));
        assertInstanceOf(Admission.QuotaUsedUp.class, submit(aJob()));
    }
}
