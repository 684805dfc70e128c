package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.terms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.inmemory.InMemoryPhotoStore;
import io.productsnap.core.inmemory.InMemoryStores;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.core.standin.SwitchedPhotoStore;
import io.productsnap.core.standin.WordInspector;
import io.productsnap.core.standin.WordStudio;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SubmitPhotoTest {

    private static final PhotoWish WISH = PhotoWish.studioWhite(Shadow.DROP_SHADOW);
    private static final String JPEG = "jpeg of a product";

    private final JobStore jobs = new InMemoryStores().jobs();
    private final TurnableClock clock = new TurnableClock(NOW);
    private final InMemoryPhotoStore files = new InMemoryPhotoStore(clock);
    private final SwitchedPhotoStore photos = new SwitchedPhotoStore(files);
    private final SubmitPhoto submit =
            new SubmitPhoto(new WordInspector(), new WordStudio(), photos, jobs, clock, new Random(7));

    private static PhotoUpload upload(String content) {
        return upload(content, "application/octet-stream", WISH);
    }

    private static PhotoUpload upload(String content, String mediaType, PhotoWish wish) {
        return new PhotoUpload(content.getBytes(StandardCharsets.UTF_8), "mug.jpg", mediaType, wish);
    }

    private String submit(PhotoUpload upload) {
        return submit.submit(ANN, upload, Optional.empty(), new InWords());
    }

    private String submit(PhotoUpload upload, String key) {
        return submit.submit(ANN, upload, Optional.of(key), new InWords());
    }

    private static final class InWords implements SubmissionAnswers<String> {
        @Override
        public String admitted(Job job) {
            return "admitted";
        }

        @Override
        public String repeated(Job job) {
            return "repeated";
        }

        @Override
        public String conflict() {
            return "conflict";
        }

        @Override
        public String quotaUsedUp(Optional<Instant> until) {
            return "used up";
        }

        @Override
        public String notOffered(PhotoMode mode) {
            return "not offered";
        }

        @Override
        public String unusable(String why) {
            return why;
        }

        @Override
        public String unknownKind(String why) {
            return why;
        }
    }

    private List<Job> queued() {
        return jobs.list(ANN, new JobQuery(Optional.empty(), new JobQuery.Offset(0), 100))
                .jobs();
    }

    private void assertKept(int count) {
        assertEquals(count, queued().size());
        assertEquals(count, files.keys().size());
        assertEquals(count, jobs.usage(ANN, NOW).total());
    }

    @Test
    void aPhotoIsStoredAndItsJobQueued() {
        assertEquals("admitted", submit(upload(JPEG)));

        Job job = queued().get(0);
        PhotoOrder order = PhotoOrder.read(job.spec().payload());
        assertEquals(PhotoOrder.KIND, job.spec().kind());
        assertEquals("mug.jpg", job.spec().label());
        assertEquals(new PhotoOrder(order.upload(), PhotoFormat.JPEG, WISH), order);
        assertEquals(Set.of(order.upload()), files.keys());
        assertArrayEquals(
                JPEG.getBytes(StandardCharsets.UTF_8), files.get(order.upload()).orElseThrow());
    }

    @Test
    void aRefusedOneLeavesNothingBehind() {
        assertEquals("This is no photo.", submit(upload("text")));
        assertEquals("We cannot read HEIC.", submit(upload("heic of a product")));
        PhotoWish tryOn = new PhotoWish(
                PhotoMode.MODEL_TRYON, Shadow.NO_SHADOW, Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals("not offered", submit(upload(JPEG, "image/jpeg", tryOn)));

        assertKept(0);
    }

    @Test
    void aFileThatSaysItIsSomethingElseIsRefused() {
        for (String type : List.of("image/png", "IMAGE/PNG", "image/png; q=1", "text/html", "nonsense")) {
            assertEquals(
                    "The file says that it is " + type + ", but it is image/jpeg.", submit(upload(JPEG, type, WISH)));
        }

        assertKept(0);
    }

    @Test
    void aFileMaySayThatItIsAJpegInItsOldWaysOrNothing() {
        for (String type :
                List.of("image/jpeg", "image/jpg", "image/pjpeg", "Image/JPEG ; x=y", "application/octet-stream", "")) {
            assertEquals("admitted", submit(upload(JPEG, type, WISH)), type);
        }
    }

    @Test
    void whatIsAboveTheQuotaLeavesNothingBehind() {
        jobs.allow(ANN, terms().jobsInAll(2).forEver());

        List<String> answers = AtOnce.times(20, thread -> submit(upload(JPEG)));

        assertEquals(2, Collections.frequency(answers, "admitted"));
        assertEquals(18, Collections.frequency(answers, "used up"));
        assertKept(2);
    }

    @Test
    void thirtyRepetitionsAtOnceLeaveOneJobAndOneFile() {
        List<String> answers = AtOnce.times(30, thread -> submit(upload(JPEG), "key"));

        assertEquals(1, Collections.frequency(answers, "admitted"));
        assertEquals(29, Collections.frequency(answers, "repeated"));
        assertKept(1);
        PhotoKey kept = PhotoOrder.read(queued().get(0).spec().payload()).upload();
        assertEquals(Set.of(kept), files.keys());
    }

    @Test
    void anotherPhotoOrWishUnderTheSameKeyIsAConflict() {
        assertEquals("admitted", submit(upload(JPEG), "key"));

        assertEquals("conflict", submit(upload("jpeg of another product"), "key"));
        PhotoWish other = PhotoWish.studioWhite(Shadow.NO_SHADOW);
        assertEquals("conflict", submit(upload(JPEG, "image/jpeg", other), "key"));

        assertKept(1);
    }

    @Test
    void aKeyThatIsTooLongLeavesNothingBehind() {
        assertThrows(IllegalArgumentException.class, () -> submit(upload(JPEG), "x".repeat(256)));

        assertKept(0);
    }

    @Test
    void withoutAStoreForPhotosNoJobIsQueued() {
        photos.off();

        assertThrows(PhotoStore.Unavailable.class, () -> submit(upload(JPEG)));

        assertKept(0);
    }

    @Test
    void aFileThatCannotBeTakenBackKeepsNoAnswerFromTheSender() {
        jobs.allow(ANN, terms().jobsInAll(0).forEver());
        photos.failToDelete();

        assertEquals("used up", submit(upload(JPEG)));
    }

    @Test
    void aLabelIsOneLineAndNotTooLong() {
        assertEquals("a b", PhotoUpload.asLabel(" a\n\u0000 b\u0085 "));
        assertEquals("", PhotoUpload.asLabel("\r\n"));
        assertEquals(255, PhotoUpload.asLabel("x".repeat(1_000)).length());
        assertTrue(PhotoUpload.asLabel("😀".repeat(200)).codePoints().noneMatch(SubmitPhotoTest::isHalf));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
