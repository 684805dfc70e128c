package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.productsnap.core.contract.Examples.JobExample;
import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.policy.QuotaPolicy.Period;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many submissions at once are what they are one after another. */
interface JobBulkContract extends JobStoreSteps {

    private List<Admission> submitAll(JobExample... jobs) {
        return store().admitAll(Stream.of(jobs).map(JobExample::request).toList(), now());
    }

    private static List<JobRequest> requests(int count, JobExample job) {
        return IntStream.range(0, count).mapToObj(each -> job.request()).toList();
    }

    private static JobId idOf(Admission admission) {
        return assertInstanceOf(Admission.Admitted.class, admission).job().id();
    }

    @Test
    default void noneAreNoTrouble() {
        assertEquals(List.of(), store().admitAll(List.of(), now()));
    }

    @Test
    default void eachIsAnsweredInTheOrderItWasAskedFor() {
        List<Admission> admissions =
                submitAll(aJob().payload("first"), aJob().of(BOB).payload("second"), aJob().payload("third"));

        assertEquals(job(ANN, idOf(admissions.get(0))), assertAdmitted(admissions.get(0), "first"));
        assertEquals(job(BOB, idOf(admissions.get(1))), assertAdmitted(admissions.get(1), "second"));
        assertEquals(job(ANN, idOf(admissions.get(2))), assertAdmitted(admissions.get(2), "third"));
    }

    private static Job assertAdmitted(Admission admission, String payload) {
        Job job = assertInstanceOf(Admission.Admitted.class, admission).job();
        assertEquals(payload, job.spec().payload());
        return job;
    }

    @Test
    default void theyAreRunInTheOrderTheyWereSubmittedIn() {
        List<JobId> ids = submitAll(aJob(), aJob(), aJob()).stream()
                .map(JobBulkContract::idOf)
                .toList();

        assertEquals(ids, claim(aWorker(), 10).stream().map(Claim::job).toList());
    }

    @Test
    default void theQuotaHoldsTheFirstOnes() {
        store().allow(ANN, terms().jobs(2, Period.DAY, now()).forEver());

        List<Admission> admissions = submitAll(aJob(), aJob().of(BOB), aJob(), aJob());

        Admission usedUp = new Admission.QuotaUsedUp(Optional.of(now().plus(Duration.ofDays(1))));
        assertEquals(
                3,
                admissions.stream().filter(Admission.Admitted.class::isInstance).count());
        assertEquals(usedUp, admissions.get(3));
        assertEquals(2, usedBy(ANN));
        assertEquals(2, store().usage(ANN, now()).total());
    }

    @Test
    default void aKeyThatComesTwiceMakesOneJob() {
        List<Admission> admissions = submitAll(
                aJob().keyed("key", "print"), aJob().keyed("key", "print"), aJob().keyed("key", "other print"));

        assertEquals(new Admission.Repeated(job(ANN, idOf(admissions.get(0)))), admissions.get(1));
        assertInstanceOf(Admission.Conflict.class, admissions.get(2));
        assertEquals(1, store().usage(ANN, now()).total());
    }

    @Test
    default void aKeyOfBeforeIsRemembered() {
        JobId id = admit(aJob().keyed("key", "print"));

        List<Admission> admissions = submitAll(aJob().keyed("another", "print"), aJob().keyed("key", "print"));

        assertInstanceOf(Admission.Admitted.class, admissions.get(0));
        assertEquals(new Admission.Repeated(job(ANN, id)), admissions.get(1));
    }

    @Test
    default void aKeyThatMadeNoJobIsFree() {
        store().allow(ANN, terms().jobsInAll(0).forEver());
        submitAll(aJob().keyed("key", "print"));
        store().allow(ANN, terms().forEver());

        idOf(submit(aJob().keyed("key", "other print")));
    }

    @Test
    default void oneThatIsNotDueYetIsPutOff() {
        JobRequest later = aJob().request().notBefore(now().plusSeconds(60));

        store().admitAll(List.of(later, aJob().request()), now());

        assertEquals(1, claim(aWorker(), 10).size());
        assertEquals(JobStatus.QUEUED, statusOf(ANN, later.id()));
    }

    @Test
    default void oneThatIsThereAlreadyKeepsOutTheRest() {
        JobRequest twice = aJob().request();
        List<JobRequest> requests = List.of(aJob().request(), twice, twice);

        assertThrows(RuntimeException.class, () -> store().admitAll(requests, now()));

        assertEquals(0, store().usage(ANN, now()).total());
        assertEquals(Optional.empty(), store().find(ANN, twice.id()));
    }

    @Test
    default void tooManyAtOnceAreRefused() {
        List<JobRequest> tooMany = requests(JobStore.MOST_AT_ONCE + 1, aJob());

        assertThrows(IllegalArgumentException.class, () -> store().admitAll(tooMany, now()));
        assertEquals(0, store().usage(ANN, now()).total());
    }

    @Test
    default void theMostAtOnceAreTaken() {
        store().admitAll(requests(JobStore.MOST_AT_ONCE, aJob()), now());

        assertEquals(JobStore.MOST_AT_ONCE, store().usage(ANN, now()).total());
    }

    @Test
    default void whoeverComeAtOnceWithTheSameKeysInAnyOrderMakeOneJobOfEach() {
        List<List<Admission>> all = AtOnce.times(16, thread -> {
            JobExample ann = aJob().keyed("one", "print");
            JobExample annToo = aJob().keyed("two", "print");
            JobExample bob = aJob().of(BOB).keyed("one", "print");
            return switch (thread % 4) {
                case 0 -> submitAll(ann, bob, annToo);
                case 1 -> submitAll(annToo, ann, bob);
                case 2 -> submitAll(bob, annToo, ann);
                default -> List.of(submit(annToo), submit(ann), submit(bob));
            };
        });

        assertEquals(
                3,
                all.stream()
                        .flatMap(List::stream)
                        .filter(Admission.Admitted.class::isInstance)
                        .count());
        assertEquals(2, store().usage(ANN, now()).total());
        assertEquals(1, store().usage(BOB, now()).total());
    }
}
