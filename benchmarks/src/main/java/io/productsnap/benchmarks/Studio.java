package io.productsnap.benchmarks;

import io.productsnap.core.photo.PhotoStudio;
import io.productsnap.core.photo.PhotoWish;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.imaging.decode.PixelSlots;
import io.productsnap.imaging.studio.StudioWhite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** From the bytes of a photo to the bytes of its shot, watermark and shadow and all, one at a time. */
final class Studio {

    private Studio() {}

    static void measure(Path photo, int rounds) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(photo);
        PhotoStudio studio = new StudioWhite(new PixelSlots(1));
        long first = shoot(studio, bytes);
        long[] warm = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            warm[round] = shoot(studio, bytes);
        }
        System.out.printf(
                "%s: first %d ms, then a median of %d ms in %d rounds (%s)%n",
                photo.getFileName(), first, Machine.median(warm), rounds, Machine.described());
    }

    private static long shoot(PhotoStudio studio, byte[] bytes) throws InterruptedException {
        long begin = System.nanoTime();
        String came = studio.shoot(PhotoWish.studioWhite(Shadow.DROP_SHADOW), bytes, true, percent -> {})
                .fold(taken -> "", refused -> refused.why());
        if (!came.isEmpty()) {
            throw new IllegalArgumentException("the studio refuses this photo: " + came);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
