package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Usage;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.QuotaPolicy.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an owner has, and has used. */
interface JobUsageContract extends JobStoreSteps {

    @Test
    default void whoNeverSubmittedHasUsedNothing() {
        assertEquals(new Usage(Optional.empty(), 0, 0, 0, 0), store().usage(ANN, now()));
    }

    @Test
    default void usageTellsUsedRunningTotalAndToday() {
        Allowance allowance = terms().jobsInAll(10).forEver();
        store().allow(ANN, allowance);
        admit(4, aJob());
        WorkerId worker = aWorker();
        settle(worker, claimOne(worker), OUR_FAULT);
        admit(aJob().of(BOB));

        claim(worker, 3);

        int running = runningOf(ANN);
        assertEquals(3, running + runningOf(BOB));
        assertEquals(new Usage(Optional.of(allowance.at(now())), 3, running, 4, 4), store().usage(ANN, now()));
    }

    @Test
    default void theTermsAreThoseOfTheMoment() {
        Instant end = now().plus(Duration.ofDays(1));
        Allowance ending = terms().cap(3).until(end, terms().cap(1));
        store().allow(ANN, ending);

        assertEquals(
                3, store().usage(ANN, end.minusSeconds(1)).terms().orElseThrow().cap());
        assertEquals(1, store().usage(ANN, end).terms().orElseThrow().cap());
    }

    @Test
    default void anAllowanceIsKeptWholly() {
        var month = terms().tier("pro").cap(5).weight(4).jobs(500, Period.MONTH, now().minusSeconds(77));

        store().allow(ANN, month.forEver());

        assertEquals(Optional.of(month.get()), store().usage(ANN, now()).terms());
    }

    @Test
    default void theTotalCountsWhatWasDeleted() {
        JobId id = admit(aJob());
        admit(aJob());

        store().remove(ANN, id);

        assertEquals(2, store().usage(ANN, now()).total());
        assertEquals(2, store().usage(ANN, now()).today());
    }

    @Test
    default void todayEndsAtMidnightInUtc() {
        clock().turnTo(Instant.parse("2026-12-31T23:59:59Z"));
        admit(3, aJob());
        assertEquals(3, store().usage(ANN, now()).today());

        clock().turnTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertEquals(0, store().usage(ANN, now()).today());
        admit(aJob());

        assertEquals(1, store().usage(ANN, now()).today());
        assertEquals(4, store().usage(ANN, now()).total());
    }

    @Test
    default void runningIsWhatRunsAtThisMoment() {
        admit(3, aJob());
        WorkerId worker = aWorker();
        var claims = claim(worker, 3);
        assertEquals(3, runningOf(ANN));

        settle(worker, claims.get(0), DONE);
        assertEquals(2, runningOf(ANN));
        settle(worker, claims.get(1), HANDED_BACK);
        assertEquals(1, runningOf(ANN));
        store().remove(ANN, claims.get(2).job());
        assertEquals(0, runningOf(ANN));
    }
}
