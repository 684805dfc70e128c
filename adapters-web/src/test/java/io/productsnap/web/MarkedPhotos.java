package io.productsnap.web;

import io.productsnap.core.job.JobHandler.Progress;
import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoInspector;
import io.productsnap.core.photo.PhotoMode;
import io.productsnap.core.photo.PhotoPreviewer;
import io.productsnap.core.photo.PhotoShot;
import io.productsnap.core.photo.PhotoStudio;
import io.productsnap.core.photo.PhotoWish;
import java.nio.charset.StandardCharsets;

/** Photos whose first letters say what they are: {@code jpeg…}, {@code png…}, {@code heic…}; all else is broken. */
final class MarkedPhotos implements PhotoInspector, PhotoPreviewer, PhotoStudio {

    @Override
    public Inspection inspect(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.equals("jpeg")) {
            return new Fine(PhotoFormat.JPEG, 1600, 1200);
        }
        if (start.startsWith("png")) {
            return new Fine(PhotoFormat.PNG, 1600, 1200);
        }
        return start.equals("heic")
                ? new UnknownKind("This kind of picture cannot be read here.")
                : new Unusable("The file cannot be opened as a picture.");
    }

    @Override
    public byte[] preview(byte[] photo, int longestSide) {
        return ("preview at most " + longestSide).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean offers(PhotoMode mode) {
        return mode == PhotoMode.STUDIO_WHITE;
    }

    @Override
    public Answer shoot(PhotoWish wish, byte[] photo, boolean watermark, Progress progress) {
        return new Taken(new PhotoShot(photo, new byte[] {1}));
    }
}
