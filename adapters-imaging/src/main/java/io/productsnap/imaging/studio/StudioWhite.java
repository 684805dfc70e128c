package io.productsnap.imaging.studio;

import io.productsnap.core.job.JobHandler.Progress;
import io.productsnap.core.photo.PhotoMode;
import io.productsnap.core.photo.PhotoShot;
import io.productsnap.core.photo.PhotoStudio;
import io.productsnap.core.photo.PhotoWish;
import io.productsnap.imaging.cutout.CutOut;
import io.productsnap.imaging.cutout.Product;
import io.productsnap.imaging.decode.Decoded;
import io.productsnap.imaging.decode.PhotoDecoder;
import io.productsnap.imaging.decode.PixelSlots;

/**
 * The built-in studio: {@link PhotoMode#STUDIO_WHITE} without a key, a connection or fonts. Shots are 2000 × 2000 pixels on
 * #FFFFFF, thumbnails 400 × 400. Safe for threads; works on as many photos at once as the slots allow, the others wait.
 */
public final class StudioWhite implements PhotoStudio {
    static final int SIDE = 2000;
    static final int THUMBNAIL_SIDE = 400;
    /** Twice the shot: the product may fill only half of the photo. */
    private static final int ENOUGH = 2 * SIDE;

    private final PixelSlots slots;
    private final CutOut cutOut = new CutOut(SIDE);

    public StudioWhite(PixelSlots slots) {
        this.slots = slots;
    }

    @Override
    public boolean offers(PhotoMode mode) {
        return mode == PhotoMode.STUDIO_WHITE;
    }

    @Override
    public Answer shoot(PhotoWish wish, byte[] photo, boolean watermark, Progress progress)
            throws InterruptedException {
        if (!offers(wish.mode())) {
            throw new IllegalArgumentException("not offered here: " + wish.mode());
        }
        return slots.interruptibly(() -> develop(wish, photo, watermark, progress));
    }

    private Answer develop(PhotoWish wish, byte[] file, boolean watermark, Progress progress)
            throws InterruptedException {
        step(progress, 5);
        Decoded decoded = PhotoDecoder.decode(file, ENOUGH);
        step(progress, 20);
        Answer answer = decoded.fold(
                photo -> cutOut.of(photo).fold(product -> finish(product, wish, watermark, progress), Refused::new),
                Refused::new);
        step(progress, 100);
        return answer;
    }

    private static Answer finish(Product product, PhotoWish wish, boolean watermark, Progress progress) {
        progress.at(65);
        Canvas canvas = Canvas.of(product, SIDE);
        int[] rgb = wish.shadow() == PhotoWish.Shadow.DROP_SHADOW ? canvas.onShadow() : canvas.onWhite();
        if (watermark) {
            Watermark.on(rgb, SIDE);
        }
        progress.at(85);
        byte[] picture = Png.of(rgb, SIDE);
        byte[] thumbnail = Png.of(Thumbnail.of(rgb, SIDE, THUMBNAIL_SIDE), THUMBNAIL_SIDE);
        return new Taken(new PhotoShot(picture, thumbnail));
    }

    private static void step(Progress progress, int percent) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the studio was told to stop");
        }
        progress.at(percent);
    }
}
