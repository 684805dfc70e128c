package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryEndedJobs;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemoryPhotoStore;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Engine;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Outcome;
import io.productsnap.core.photo.PhotoStore.Unavailable;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.core.policy.RetentionPolicy;
import io.productsnap.core.standin.SwitchedPhotoStore;
import io.productsnap.core.standin.WordStudio;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ForgetOldPhotosTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private final InMemoryData data = new InMemoryData();
    private final JobStore jobs = new InMemoryJobStore(data);
    private final TurnableClock clock = new TurnableClock(NOW);
    private final InMemoryPhotoStore files = new InMemoryPhotoStore(clock);
    private final SwitchedPhotoStore photos = new SwitchedPhotoStore(files);
    private final ForgetOldPhotos forget = forgetIn(photos);
    private final Engine engine = Engine.builder(jobs)
            .clock(clock)
            .handler(
                    PhotoOrder.KIND,
                    new PhotoHandler(photos, new WordStudio(), tier -> false, claim -> Optional.empty()))
            .handler(aJob().spec().kind(), (claim, progress) -> Outcome.produced(""))
            .build();

    private ForgetOldPhotos forgetIn(PhotoStore store) {
        return new ForgetOldPhotos(new InMemoryEndedJobs(data), store, RetentionPolicy.of(MONTH), clock);
    }

    private JobId aPhoto() {
        JobId id = aJobId();
        PhotoKey upload = PhotoOrder.uploadKey("ann", id.toString(), PhotoFormat.JPEG);
        files.put(upload, "a product".getBytes(StandardCharsets.UTF_8), PhotoFormat.JPEG);
        PhotoOrder order = new PhotoOrder(upload, PhotoFormat.JPEG, PhotoWish.studioWhite(Shadow.NO_SHADOW));
        JobSpec spec = new JobSpec(PhotoOrder.KIND, order.write(), "mug");
        jobs.admit(new JobRequest(id, ANN, spec, Idempotency.none()), clock.instant());
        return id;
    }

    @Test
    void anOldPhotoGoesWithItsFilesAndAYoungOneStays() {
        JobId old = aPhoto();
        engine.runOnce();
        clock.turn(MONTH);
        JobId young = aPhoto();
        engine.runOnce();
        Set<PhotoKey> all = Set.copyOf(files.keys());
        clock.turn(Duration.ofMillis(1));

        assertEquals(1, forget.forgetAll());

        assertEquals(Optional.empty(), jobs.find(ANN, old));
        assertEquals(6, all.size());
        assertEquals(Set.copyOf(PhotoFiles.of(jobs.find(ANN, young).orElseThrow())), Set.copyOf(files.keys()));
    }

    @Test
    void whatWasInterruptedIsFoundAgain() {
        JobId id = aPhoto();
        engine.runOnce();
        clock.turn(MONTH.plusMillis(1));
        photos.off();
        assertThrows(Unavailable.class, forget::forgetAll);
        assertTrue(jobs.find(ANN, id).isPresent());

        assertEquals(1, forgetIn(files).forgetAll());

        assertEquals(Set.of(), files.keys());
    }

    @Test
    void manyAreForgottenInBites() {
        for (int i = 0; i < 250; i++) {
            jobs.admit(aJob().request(), clock.instant());
        }
        while (engine.runOnce() > 0) {
            // until all are done
        }
        clock.turn(MONTH.plusMillis(1));

        assertEquals(250, forget.forgetAll());
        assertEquals(0, forget.forgetAll());
    }
}
