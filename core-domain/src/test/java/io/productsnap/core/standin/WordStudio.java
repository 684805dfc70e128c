package io.productsnap.core.standin;

import io.productsnap.core.job.JobHandler.Progress;
import io.productsnap.core.photo.PhotoMode;
import io.productsnap.core.photo.PhotoShot;
import io.productsnap.core.photo.PhotoStudio;
import io.productsnap.core.photo.PhotoWish;
import java.nio.charset.StandardCharsets;

/** Makes shots in words: on white only, and of nothing that has no {@code product} in it. */
public final class WordStudio implements PhotoStudio {

    @Override
    public boolean offers(PhotoMode mode) {
        return mode == PhotoMode.STUDIO_WHITE;
    }

    @Override
    public Answer shoot(PhotoWish wish, byte[] photo, boolean watermark, Progress progress) {
        String seen = new String(photo, StandardCharsets.UTF_8);
        if (!seen.contains("product")) {
            return new Refused("We see no product.");
        }
        progress.at(50);
        progress.at(100);
        return new Taken(new PhotoShot(bytes((watermark ? "marked " : "") + "shot of " + seen), bytes("small")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
