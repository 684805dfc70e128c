package io.productsnap.core.photo;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobHandler;
import io.productsnap.core.job.Outcome;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.photo.PhotoStore.Unavailable;
import io.productsnap.core.policy.Failure;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runs a photo job: fetches the upload, has the shot made, stores it under the run's own fence. */
public final class PhotoHandler implements JobHandler {

    private static final System.Logger LOG = System.getLogger(PhotoHandler.class.getName());

    private final PhotoStore photos;
    private final PhotoStudio studio;
    private final Predicate<String> watermarked;
    private final Function<Claim, Optional<Mail>> letter;

    /**
     * @param watermarked whether shots of a tier carry a watermark; owners without a tier get none
     * @param letter what is to be sent once the job is completed
     */
    public PhotoHandler(
            PhotoStore photos,
            PhotoStudio studio,
            Predicate<String> watermarked,
            Function<Claim, Optional<Mail>> letter) {
        this.photos = photos;
        this.studio = studio;
        this.watermarked = watermarked;
        this.letter = letter;
    }

    @Override
    public Outcome handle(Claim claim, Progress progress) throws InterruptedException {
        PhotoOrder order = PhotoOrder.read(claim.spec().payload());
        try {
            Optional<byte[]> upload = photos.get(order.upload());
            if (upload.isEmpty()) {
                return Outcome.failed(Failure.passing("The uploaded photo could not be found."));
            }
            // Before the work, so that none is lost when nobody can be asked who wants to know.
            Optional<Mail> mail = letter.apply(claim);
            progress.at(5);
            boolean mark = claim.tier().filter(watermarked).isPresent();
            return studio.shoot(order.wish(), upload.get(), mark, percent -> progress.at(5 + percent * 85 / 100))
                    .fold(
                            taken -> keep(claim, taken.shot(), mail, progress),
                            refused -> Outcome.failed(Failure.ofWork(refused.why())));
        } catch (Unavailable unavailable) {
            LOG.log(Level.WARNING, () -> "job " + claim.job() + ": the photo store is unavailable", unavailable);
            return Outcome.failed(Failure.passing("Our photo store could not be reached."));
        }
    }

    private Outcome keep(Claim claim, PhotoShot shot, Optional<Mail> mail, Progress progress) {
        PhotoResult result = PhotoResult.placeFor(claim.owner(), claim.fence());
        photos.put(result.picture(), shot.picture(), PhotoFormat.PNG);
        progress.at(95);
        try {
            photos.put(result.thumbnail(), shot.thumbnail(), PhotoFormat.PNG);
        } catch (Unavailable unavailable) {
            // The next run has a fence of its own: nobody would ever ask for this picture.
            leave(result, unavailable);
            throw unavailable;
        }
        return Outcome.produced(result.write(), mail.stream().toList());
    }

    private void leave(PhotoResult result, Unavailable why) {
        try {
            photos.delete(result.keys());
        } catch (Unavailable still) {
            why.addSuppressed(still);
        }
    }

    @Override
    public void discard(Claim claim, Outcome outcome) {
        photos.delete(PhotoResult.placeFor(claim.owner(), claim.fence()).keys());
    }
}
