package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.QuotaPolicy.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The quota counts each job once, in the period it was submitted in. */
interface JobQuotaContract extends JobStoreSteps {

    private static Admission usedUpUntil(String instant) {
        return new Admission.QuotaUsedUp(Optional.of(Instant.parse(instant)));
    }

    private static Admission usedUpForEver() {
        return new Admission.QuotaUsedUp(Optional.empty());
    }

    @Test
    default void anOwnerWithoutAnAllowanceHasNoQuota() {
        admit(50, aJob());

        assertEquals(0, usedBy(ANN));
        assertEquals(Optional.empty(), store().usage(ANN, now()).terms());
    }

    @Test
    default void aQuotaThatIsUsedUpChangesNothing() {
        store().allow(ANN, terms().jobsInAll(2).forEver());
        admit(2, aJob());

        assertEquals(usedUpForEver(), submit(aJob()));

        assertEquals(2, usedBy(ANN));
        assertEquals(2, store().usage(ANN, now()).total());
        JobPage page = store().list(ANN, new JobQuery(Optional.empty(), new JobQuery.Offset(0), 10));
        assertEquals(2, page.jobs().size());
    }

    @Test
    default void aQuotaOfNothingAdmitsNothing() {
        store().allow(ANN, terms().jobsInAll(0).forEver());

        assertEquals(usedUpForEver(), submit(aJob()));
    }

    @Test
    default void oneOwnersQuotaIsNotAnothers() {
        store().allow(ANN, terms().jobsInAll(1).forEver());
        store().allow(BOB, terms().jobsInAll(1).forEver());
        admit(aJob());

        admit(aJob().of(BOB));

        assertEquals(usedUpForEver(), submit(aJob()));
    }

    @Test
    default void theQuotaIsExactWhenManySubmitAtOnce() {
        store().allow(ANN, terms().jobsInAll(7).forEver());

        List<Admission> admissions = AtOnce.times(30, thread -> submit(aJob()));

        assertEquals(
                7,
                admissions.stream().filter(Admission.Admitted.class::isInstance).count());
        assertEquals(23, admissions.stream().filter(usedUpForEver()::equals).count());
        assertEquals(7, usedBy(ANN));
        assertEquals(7, store().usage(ANN, now()).total());
    }

    @Test
    default void aTotalQuotaNeverComesBack() {
        store().allow(ANN, terms().jobsInAll(1).forEver());
        admit(aJob());

        pass(Duration.ofDays(4_000));

        assertEquals(usedUpForEver(), submit(aJob()));
    }

    @Test
    default void aMonthlyQuotaComesBackOnTheAnchorsDay() {
        Instant anchor = Instant.parse("2027-01-31T10:00:00Z");
        store().allow(ANN, terms().jobs(1, Period.MONTH, anchor).forEver());
        clock().turnTo(anchor);
        admit(aJob());

        clock().turnTo(Instant.parse("2027-02-28T09:59:59Z"));
        assertEquals(usedUpUntil("2027-02-28T10:00:00Z"), submit(aJob()));

        clock().turnTo(Instant.parse("2027-02-28T10:00:00Z"));
        assertEquals(0, usedBy(ANN));
        admit(aJob());
        assertEquals(usedUpUntil("2027-03-31T10:00:00Z"), submit(aJob()));
        assertEquals(1, usedBy(ANN));
    }

    @Test
    default void aDailyQuotaComesBackAfterADay() {
        store().allow(ANN, terms().jobs(1, Period.DAY, now()).forEver());
        admit(aJob());

        pass(Duration.ofDays(1).minusSeconds(1));
        assertEquals(new Admission.QuotaUsedUp(Optional.of(now().plusSeconds(1))), submit(aJob()));

        pass(Duration.ofSeconds(1));
        admit(aJob());
    }

    @Test
    default void whoFallsBackToOldTermsFindsWhatWasUsedOfThem() {
        Instant registered = now();
        var free = terms().jobs(2, Period.TOTAL, registered);
        store().allow(ANN, free.forEver());
        admit(aJob());

        pass(Duration.ofDays(1));
        Instant end = now().plus(Duration.ofDays(5));
        store().allow(ANN, terms().jobs(10, Period.MONTH, now()).until(end, free));
        assertEquals(0, usedBy(ANN));
        admit(4, aJob());
        assertEquals(4, usedBy(ANN));

        clock().turnTo(end.minusSeconds(1));
        assertEquals(4, usedBy(ANN));
        clock().turnTo(end);
        assertEquals(1, usedBy(ANN));
        admit(aJob());
        assertEquals(usedUpForEver(), submit(aJob()));
    }

    @Test
    default void aLargerQuotaCountsWhatWasUsed() {
        store().allow(ANN, terms().jobsInAll(1).forEver());
        admit(aJob());

        store().allow(ANN, terms().jobsInAll(2).forEver());

        admit(aJob());
        assertEquals(usedUpForEver(), submit(aJob()));
    }

    @Test
    default void aFailureOfOursGivesTheQuotaBackOnce() {
        store().allow(ANN, terms().jobsInAll(5).forEver());
        admit(2, aJob());
        WorkerId worker = aWorker();
        Claim claim = claimOne(worker);

        assertTrue(settle(worker, claim, OUR_FAULT));
        assertEquals(1, usedBy(ANN));

        assertFalse(settle(worker, claim, OUR_FAULT));
        assertEquals(1, usedBy(ANN));
    }

    @Test
    default void aFailureOfTheWorkItselfStaysCounted() {
        store().allow(ANN, terms().jobsInAll(5).forEver());
        admit(aJob());
        WorkerId worker = aWorker();

        settle(worker, claimOne(worker), FAULT_OF_THE_WORK);

        assertEquals(1, usedBy(ANN));
    }

    @Test
    default void nothingIsGivenBackToAnOwnerWhoPaidNothing() {
        admit(aJob());
        store().allow(ANN, terms().jobsInAll(5).forEver());
        admit(aJob());
        WorkerId worker = aWorker();

        settle(worker, claimOne(worker), OUR_FAULT);

        assertEquals(1, usedBy(ANN));
    }

    @Test
    default void whatIsGivenBackIsOfThePeriodThatWasCharged() {
        store().allow(ANN, terms().jobs(3, Period.DAY, now()).forEver());
        admit(aJob());
        pass(Duration.ofDays(1));
        admit(aJob());
        WorkerId worker = aWorker();

        settle(worker, claimOne(worker), OUR_FAULT);

        assertEquals(1, usedBy(ANN));
    }

    @Test
    default void aRemovedJobStaysCounted() {
        store().allow(ANN, terms().jobsInAll(1).forEver());
        JobId id = admit(aJob());

        store().remove(ANN, id);

        assertEquals(1, usedBy(ANN));
        assertEquals(usedUpForEver(), submit(aJob()));
    }
}
