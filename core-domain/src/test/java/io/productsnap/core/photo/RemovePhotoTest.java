package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryPhotoStore;
import io.productsnap.core.inmemory.InMemoryStores;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Engine;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.core.standin.SwitchedPhotoStore;
import io.productsnap.core.standin.WordStudio;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RemovePhotoTest {

    private final JobStore jobs = new InMemoryStores().jobs();
    private final TurnableClock clock = new TurnableClock(NOW);
    private final InMemoryPhotoStore files = new InMemoryPhotoStore(clock);
    private final SwitchedPhotoStore photos = new SwitchedPhotoStore(files);
    private final RemovePhoto remove = new RemovePhoto(jobs, photos);
    private final Engine engine = Engine.builder(jobs)
            .clock(clock)
            .handler(
                    PhotoOrder.KIND,
                    new PhotoHandler(photos, new WordStudio(), tier -> false, claim -> Optional.empty()))
            .build();

    private JobId aPhoto() {
        JobId id = aJobId();
        PhotoKey upload = PhotoOrder.uploadKey("ann", id.toString(), PhotoFormat.JPEG);
        files.put(upload, "a product".getBytes(StandardCharsets.UTF_8), PhotoFormat.JPEG);
        PhotoOrder order = new PhotoOrder(upload, PhotoFormat.JPEG, PhotoWish.studioWhite(Shadow.NO_SHADOW));
        JobSpec spec = new JobSpec(PhotoOrder.KIND, order.write(), "mug");
        jobs.admit(new JobRequest(id, ANN, spec, Idempotency.none()), NOW);
        return id;
    }

    @Test
    void aFinishedPhotoGoesWithAllItsFiles() {
        JobId id = aPhoto();
        engine.runOnce();
        assertEquals(3, files.keys().size());

        assertTrue(remove.remove(ANN, id));

        assertEquals(Set.of(), files.keys());
        assertEquals(Optional.empty(), jobs.find(ANN, id));
    }

    @Test
    void aPhotoThatStillWaitsGoesWithItsUpload() {
        JobId id = aPhoto();

        assertTrue(remove.remove(ANN, id));

        assertEquals(Set.of(), files.keys());
        assertEquals(0, engine.runOnce());
    }

    @Test
    void otherPhotosStay() {
        JobId first = aPhoto();
        JobId second = aPhoto();
        engine.runOnce();

        remove.remove(ANN, first);

        assertEquals(3, files.keys().size());
        assertTrue(jobs.find(ANN, second).isPresent());
    }

    @Test
    void aStrangerRemovesNothing() {
        JobId id = aPhoto();

        assertFalse(remove.remove(BOB, id));
        assertFalse(remove.remove(ANN, aJobId()));

        assertEquals(1, files.keys().size());
        assertTrue(jobs.find(ANN, id).isPresent());
    }

    @Test
    void aPhotoWhoseFilesCannotBeRemovedNowIsGoneAllTheSame() {
        JobId id = aPhoto();
        photos.off();

        assertTrue(remove.remove(ANN, id));

        assertEquals(Optional.empty(), jobs.find(ANN, id));
    }

    @Test
    void aJobOfAnotherKindIsNoPhoto() {
        JobId id = aJobId();
        jobs.admit(new JobRequest(id, ANN, new JobSpec(new JobKind("greeting"), "", ""), Idempotency.none()), NOW);

        assertFalse(remove.remove(ANN, id));

        assertTrue(jobs.find(ANN, id).isPresent());
    }
}
