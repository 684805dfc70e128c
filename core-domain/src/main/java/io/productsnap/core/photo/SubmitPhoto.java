package io.productsnap.core.photo;

import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.SubmitJob;
import io.productsnap.core.photo.PhotoInspector.Fine;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes a photo in: looks at it, stores it, queues the job. A refused one leaves nothing behind. */
public final class SubmitPhoto {

    private static final System.Logger LOG = System.getLogger(SubmitPhoto.class.getName());

    private final PhotoInspector inspector;
    private final PhotoStudio studio;
    private final PhotoStore photos;
    private final SubmitJob submitJob;
    private final Clock clock;
    private final RandomGenerator random;

    public SubmitPhoto(
            PhotoInspector inspector,
            PhotoStudio studio,
            PhotoStore photos,
            JobStore jobs,
            Clock clock,
            RandomGenerator random) {
        this.inspector = inspector;
        this.studio = studio;
        this.photos = photos;
        this.submitJob = new SubmitJob(jobs);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Calls back with what became of it.
     *
     * @param key the sender's own name for this request; empty when there is none
     */
    public <T> T submit(Owner owner, PhotoUpload upload, Optional<String> key, SubmissionAnswers<T> answers) {
        if (!studio.offers(upload.wish().mode())) {
            return answers.notOffered(upload.wish().mode());
        }
        return inspector
                .inspect(upload.content())
                .fold(
                        fine -> takeIn(owner, upload, fine, key, answers),
                        unusable -> answers.unusable(unusable.why()),
                        unknown -> answers.unknownKind(unknown.why()));
    }

    private <T> T takeIn(
            Owner owner, PhotoUpload upload, Fine photo, Optional<String> key, SubmissionAnswers<T> answers) {
        if (!isWhatItSays(upload.mediaType(), photo.format())) {
            return answers.unusable("The file says that it is " + upload.mediaType() + ", but it is "
                    + photo.format().mediaType() + ".");
        }
        Instant now = clock.instant();
        JobId id = JobId.next(now, random);
        PhotoOrder order = new PhotoOrder(
                PhotoOrder.uploadKey(owner.value(), id.toString(), photo.format()), photo.format(), upload.wish());
        // Made before the file is stored: what is wrong with it must leave no file behind.
        JobRequest request = new JobRequest(
                id,
                owner,
                new JobSpec(PhotoOrder.KIND, order.write(), upload.filename()),
                key.<Idempotency>map(k -> new Idempotency.Keyed(k, upload.fingerprint()))
                        .orElseGet(Idempotency.None::new));
        // First the file, then the job: a job without its file would fail for no fault of its owner's. Should the store
        // of jobs not answer, the file stays, since the job may be there; the sweep of orphans knows better later.
        photos.put(order.upload(), upload.content(), photo.format());
        return submitJob
                .submit(request, now)
                .fold(
                        admitted -> answers.admitted(admitted.job()),
                        usedUp -> {
                            takeBack(order.upload());
                            return answers.quotaUsedUp(usedUp.until());
                        },
                        repeated -> {
                            takeBack(order.upload());
                            return answers.repeated(repeated.job());
                        },
                        conflict -> {
                            takeBack(order.upload());
                            return answers.conflict();
                        });
    }

    /** What is not needed after all. That it cannot be removed now is no reason to keep the answer from the sender. */
    private void takeBack(PhotoKey upload) {
        try {
            photos.delete(List.of(upload));
        } catch (PhotoStore.Unavailable unavailable) {
            LOG.log(Level.WARNING, () -> "an upload that is not needed stays: " + upload, unavailable);
        }
    }

    /** A sender who names no type, or the one that means "some bytes", leaves the naming to us. */
    private static boolean isWhatItSays(String mediaType, PhotoFormat format) {
        String says = mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return switch (says) {
            case "", "application/octet-stream" -> true;
            case "image/jpg", "image/pjpeg" -> format == PhotoFormat.JPEG;
            default -> says.equals(format.mediaType());
        };
    }
}
