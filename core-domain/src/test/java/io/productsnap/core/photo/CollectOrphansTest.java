package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJobId;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobCensus;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemoryPhotoStore;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Settlement.Ending;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.photo.CollectOrphans.Walk;
import io.productsnap.core.photo.PhotoStore.Unavailable;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.OrphanPolicy;
import io.productsnap.core.standin.SwitchedPhotoStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CollectOrphansTest {

    private static final Duration GRACE = OrphanPolicy.DEFAULT.grace();
    private static final Ending FAILED = new Settlement.GivenUp(Failure.ofWork("The image is broken."));
    private static final Ending HANDED_BACK = new Settlement.HandedBack();

    private final InMemoryData data = new InMemoryData();
    private final JobStore jobs = new InMemoryJobStore(data);
    private final TurnableClock clock = new TurnableClock(NOW);
    private final InMemoryPhotoStore files = new InMemoryPhotoStore(clock);
    private final SwitchedPhotoStore photos = new SwitchedPhotoStore(files);
    private final CollectOrphans orphans =
            new CollectOrphans(photos, new InMemoryJobCensus(data), OrphanPolicy.DEFAULT, clock);
    private final WorkerId worker = aWorkerId();

    private PhotoKey upload(JobId id) {
        PhotoKey key = PhotoOrder.uploadKey("ann", id.toString(), PhotoFormat.JPEG);
        put(key);
        return key;
    }

    private void put(PhotoKey key) {
        files.put(key, new byte[] {1}, PhotoFormat.JPEG);
    }

    private void admit(JobId id, PhotoKey upload) {
        PhotoOrder order = new PhotoOrder(upload, PhotoFormat.JPEG, PhotoWish.studioWhite(Shadow.NO_SHADOW));
        JobSpec spec = new JobSpec(PhotoOrder.KIND, order.write(), "mug");
        jobs.admit(new JobRequest(id, ANN, spec, Idempotency.none()), clock.instant());
    }

    private PhotoKey aJobsUpload() {
        JobId id = aJobId();
        PhotoKey upload = upload(id);
        admit(id, upload);
        return upload;
    }

    private Claim claim() {
        jobs.beat(worker, clock.instant());
        return jobs.turn(worker, List.of(), 1, clock.instant()).claims().get(0);
    }

    /** As its run would, at its end. */
    private PhotoResult shoot(Claim claim) {
        PhotoResult result = PhotoResult.placeFor(claim.owner(), claim.fence());
        result.keys().forEach(this::put);
        return result;
    }

    private boolean settle(Claim claim, Ending ending) {
        return jobs.turn(worker, List.of(new Settlement(claim.fence(), ANN, ending)), 0, clock.instant())
                .accepted()
                .contains(claim.fence());
    }

    private boolean complete(Claim claim, PhotoResult result) {
        return settle(claim, new Settlement.Done(result.write()));
    }

    private Walk collect() {
        return orphans.collect("", Instant.MAX);
    }

    private void collectLater() {
        clock.turn(GRACE);
        collect();
    }

    private static Set<PhotoKey> together(PhotoKey upload, PhotoResult result) {
        Set<PhotoKey> all = new HashSet<>(result.keys());
        all.add(upload);
        return all;
    }

    @Test
    void anUploadWhoseJobWasNeverWrittenGoesAfterTheGrace() {
        upload(aJobId());

        clock.turn(GRACE.minusMillis(1));
        assertEquals(new Walk(1, 0, 0, ""), collect());
        clock.turn(Duration.ofMillis(1));
        assertEquals(new Walk(1, 1, 0, ""), collect());

        assertEquals(Set.of(), files.keys());
    }

    @Test
    void theFilesOfACompletedJobStay() {
        PhotoKey upload = aJobsUpload();
        Claim claim = claim();
        PhotoResult result = shoot(claim);
        complete(claim, result);

        collectLater();

        assertEquals(together(upload, result), files.keys());
    }

    @Test
    void theFilesOfAJobThatRunsStayHoweverLongItRuns() {
        PhotoKey upload = aJobsUpload();
        PhotoResult result = shoot(claim());

        collectLater();

        assertEquals(together(upload, result), files.keys());
    }

    @Test
    void whatARunMadeThatWasSupersededGoes() {
        PhotoKey upload = aJobsUpload();
        Claim first = claim();
        shoot(first);
        settle(first, HANDED_BACK);
        PhotoResult result = shoot(claim());

        collectLater();

        assertEquals(together(upload, result), files.keys());
    }

    @Test
    void ofAJobThatFailedTheUploadStaysToBeDoneAgain() {
        PhotoKey upload = aJobsUpload();
        Claim claim = claim();
        shoot(claim);
        settle(claim, FAILED);

        collectLater();

        assertEquals(Set.of(upload), files.keys());
    }

    @Test
    void ofAJobThatWasCalledOffTheUploadStaysUntilItIsForgotten() {
        PhotoKey upload = aJobsUpload();
        Claim claim = claim();
        jobs.cancel(ANN, claim.job(), clock.instant());
        shoot(claim);

        collectLater();

        assertEquals(Set.of(upload), files.keys());
    }

    @Test
    void whatWasLeftOfARemovedJobGoes() {
        aJobsUpload();
        Claim claim = claim();
        complete(claim, shoot(claim));
        photos.failToDelete();
        assertTrue(new RemovePhoto(jobs, photos).remove(ANN, claim.job()));
        assertEquals(3, files.keys().size());
        clock.turn(GRACE);

        new CollectOrphans(files, new InMemoryJobCensus(data), OrphanPolicy.DEFAULT, clock).collect("", Instant.MAX);

        assertEquals(Set.of(), files.keys());
    }

    @Test
    void whatIsCalledLikeNoJobsFileIsCountedAndStays() {
        put(new PhotoKey("notes.png"));
        put(new PhotoKey("uploads/ann/logo.jpg"));
        clock.turn(GRACE);

        assertEquals(new Walk(2, 0, 2, ""), collect());

        assertEquals(2, files.keys().size());
    }

    @Test
    void theFileOfAJobOfAnotherKindStays() {
        JobId id = aJobId();
        PhotoKey upload = upload(id);
        JobSpec spec = new JobSpec(new JobKind("greeting"), "", "");
        jobs.admit(new JobRequest(id, ANN, spec, Idempotency.none()), clock.instant());

        collectLater();

        assertEquals(Set.of(upload), files.keys());
    }

    @Test
    void aJobThatIsCompletedBetweenFindingAndAskingKeepsItsFiles() {
        PhotoKey upload = aJobsUpload();
        Claim claim = claim();
        PhotoResult result = shoot(claim);
        photos.afterListing(() -> complete(claim, result));

        collectLater();

        assertEquals(together(upload, result), files.keys());
    }

    @Test
    void aJobThatIsCompletedBetweenAskingAndDeletingKeepsItsFiles() {
        upload(aJobId());
        PhotoKey upload = aJobsUpload();
        Claim claim = claim();
        PhotoResult result = shoot(claim);
        photos.beforeDeleting(() -> complete(claim, result));

        collectLater();

        assertEquals(together(upload, result), files.keys());
    }

    @Test
    void aRunThatWasFoundSupersededIsNotAcceptedBeforeItsFilesGo() {
        aJobsUpload();
        Claim first = claim();
        PhotoResult result = shoot(first);
        settle(first, HANDED_BACK);
        claim();
        List<Boolean> accepted = new ArrayList<>();
        photos.beforeDeleting(() -> accepted.add(complete(first, result)));

        collectLater();

        assertEquals(List.of(false), accepted);
    }

    @Test
    void anUploadKeepsItsFileThoughItsJobComesOnlyAfterAsking() {
        JobId id = aJobId();
        upload(aJobId());
        clock.turn(GRACE);
        PhotoKey upload = upload(id);
        photos.beforeDeleting(() -> admit(id, upload));

        collect();

        assertEquals(Set.of(upload), files.keys());
    }

    @Test
    void showingRemovesNothingAndTellsOfEach() {
        PhotoKey orphan = upload(aJobId());
        put(new PhotoKey("notes.png"));
        clock.turn(GRACE);
        PhotoKey young = upload(aJobId());
        List<PhotoKey> told = new ArrayList<>();

        assertEquals(new Walk(3, 1, 1, ""), orphans.show(told::add));

        assertEquals(List.of(orphan), told);
        assertEquals(Set.of(orphan, young, new PhotoKey("notes.png")), files.keys());
    }

    @Test
    void whoseTimeIsOverEndsAfterAStepAndAnotherGoesOnThere() {
        for (int i = 0; i < 2_500; i++) {
            upload(aJobId());
        }
        PhotoKey last = new PhotoKey("uploads/zoe/" + aJobId() + ".jpg");
        put(last);
        clock.turn(GRACE);

        Walk first = orphans.collect("", clock.instant());
        assertEquals(1_000, first.orphans());
        assertEquals(1_501, files.keys().size());
        Walk second = orphans.collect(first.next(), clock.instant());
        assertEquals(1_000, second.orphans());
        Walk third = orphans.collect(second.next(), Instant.MAX);

        assertEquals(new Walk(501, 501, 0, ""), third);
        assertEquals(Set.of(), files.keys());
    }

    @Test
    void whatWasInterruptedIsFoundAgain() {
        upload(aJobId());
        clock.turn(GRACE);
        photos.beforeDeleting(photos::off);
        assertThrows(Unavailable.class, this::collect);

        Walk again = new CollectOrphans(files, new InMemoryJobCensus(data), OrphanPolicy.DEFAULT, clock)
                .collect("", Instant.MAX);

        assertEquals(new Walk(1, 1, 0, ""), again);
    }
}
