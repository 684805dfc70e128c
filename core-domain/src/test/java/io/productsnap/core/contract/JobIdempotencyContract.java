package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A submission under a key makes one job, however often it comes. */
interface JobIdempotencyContract extends JobStoreSteps {

    private static JobId idIn(Admission admission) {
        return admission.fold(
                admitted -> admitted.job().id(),
                usedUp -> {
                    throw new AssertionError(usedUp);
                },
                repeated -> repeated.job().id(),
                conflict -> {
                    throw new AssertionError(conflict);
                });
    }

    @Test
    default void theSameRequestAgainIsAnsweredWithItsJobAndNotCounted() {
        store().allow(ANN, terms().jobsInAll(1).forEver());
        JobId id = admit(aJob().keyed("key", "print"));

        Admission again = submit(aJob().keyed("key", "print"));

        assertEquals(new Admission.Repeated(job(ANN, id)), again);
        assertEquals(1, usedBy(ANN));
        assertEquals(1, store().usage(ANN, now()).total());
    }

    @Test
    default void aRepetitionShowsHowFarTheJobHasComeMeanwhile() {
        JobId id = admit(aJob().keyed("key", "print"));
        WorkerId worker = aWorker();
        settle(worker, claimOne(worker), DONE);

        assertEquals(new Admission.Repeated(job(ANN, id)), submit(aJob().keyed("key", "print")));
    }

    @Test
    default void anotherRequestUnderTheSameKeyIsAConflict() {
        admit(aJob().keyed("key", "print"));

        assertInstanceOf(Admission.Conflict.class, submit(aJob().keyed("key", "other print")));

        assertEquals(1, store().usage(ANN, now()).total());
    }

    @Test
    default void aKeyIsRememberedForADay() {
        JobId id = admit(aJob().keyed("key", "print"));

        pass(Idempotency.LIFE.minusSeconds(1));
        assertEquals(id, idIn(submit(aJob().keyed("key", "print"))));

        pass(Duration.ofSeconds(1));
        assertNotEquals(id, admit(aJob().keyed("key", "another print")));
    }

    @Test
    default void aForgottenKeyIsRememberedAnew() {
        admit(aJob().keyed("key", "print"));
        pass(Idempotency.LIFE);
        JobId second = admit(aJob().keyed("key", "print"));

        pass(Idempotency.LIFE.minusSeconds(1));

        assertEquals(second, idIn(submit(aJob().keyed("key", "print"))));
    }

    @Test
    default void oneOwnersKeyIsNotAnothers() {
        JobId anns = admit(aJob().keyed("key", "print"));

        JobId bobs = admit(aJob().of(BOB).keyed("key", "other print"));

        assertNotEquals(anns, bobs);
    }

    @Test
    default void aRefusalForTheQuotaDoesNotUseUpTheKey() {
        store().allow(ANN, terms().jobsInAll(0).forEver());
        assertInstanceOf(Admission.QuotaUsedUp.class, submit(aJob().keyed("key", "print")));

        store().allow(ANN, terms().jobsInAll(1).forEver());

        admit(aJob().keyed("key", "other print"));
    }

    @Test
    default void twentySubmissionsAtOnceMakeOneJob() {
        store().allow(ANN, terms().jobsInAll(100).forEver());

        List<Admission> admissions = AtOnce.times(20, thread -> submit(aJob().keyed("key", "print")));

        Set<JobId> ids = admissions.stream().map(JobIdempotencyContract::idIn).collect(Collectors.toSet());
        assertEquals(1, ids.size());
        assertEquals(
                1,
                admissions.stream().filter(Admission.Admitted.class::isInstance).count());
        assertEquals(1, usedBy(ANN));
        assertEquals(1, store().usage(ANN, now()).total());
    }
}
