package io.productsnap.imaging.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.photo.PhotoMode;
import io.productsnap.core.photo.PhotoShot;
import io.productsnap.core.photo.PhotoWish;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.imaging.ImageFiles;
import io.productsnap.imaging.Scene;
import io.productsnap.imaging.decode.PixelSlots;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class StudioWhiteTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final byte[] MUG =
            ImageFiles.encoded(Scene.mug(1800, 1350, new Color(180, 40, 40), new Color(215, 190, 140)).photo, "jpeg");
    private final StudioWhite studio = new StudioWhite(new PixelSlots(1));

    @Test
    void theShotIsSquareAndTheThumbnailTheSameSmaller() throws Exception {
        PhotoShot shot = shot(Shadow.NO_SHADOW, false);
        BufferedImage picture = read(shot.picture());
        BufferedImage thumbnail = read(shot.thumbnail());
        assertEquals(2000, picture.getWidth());
        assertEquals(2000, picture.getHeight());
        assertEquals(400, thumbnail.getWidth());
        assertEquals(400, thumbnail.getHeight());
        assertEquals(red(picture.getRGB(900, 1000)), red(thumbnail.getRGB(180, 200)), 12);
    }

    @Test
    void theProductStandsInTheMiddleWithEvenMargins() throws Exception {
        BufferedImage picture = read(shot(Shadow.NO_SHADOW, false).picture());
        int left = first(picture, true, false);
        int right = first(picture, true, true);
        int top = first(picture, false, false);
        int bottom = first(picture, false, true);
        assertEquals(left, right, 8);
        assertEquals(top, bottom, 8);
        assertEquals(160, Math.min(left, top), 12);
    }

    @Test
    void allAroundTheProductIsPureWhite() throws Exception {
        assertFrameIsWhite(read(shot(Shadow.NO_SHADOW, false).picture()), 140);
    }

    @Test
    void theShadowIsThereAndEndsWellBeforeTheEdges() throws Exception {
        BufferedImage without = read(shot(Shadow.NO_SHADOW, false).picture());
        BufferedImage with = read(shot(Shadow.DROP_SHADOW, false).picture());
        int below = 2000 - first(without, false, true) + 15;
        assertEquals(WHITE, without.getRGB(900, below));
        assertTrue(red(with.getRGB(900, below)) < 245);
        assertFrameIsWhite(with, 40);
    }

    @Test
    void theWatermarkIsOverTheProductAndNeverNearAnEdge() throws Exception {
        BufferedImage without = read(shot(Shadow.NO_SHADOW, false).picture());
        BufferedImage with = read(shot(Shadow.NO_SHADOW, true).picture());
        int changed = 0;
        for (int i = 0; i < 2000 * 2000; i++) {
            int x = i % 2000;
            int y = i / 2000;
            if (without.getRGB(x, y) != with.getRGB(x, y)) {
                changed++;
                assertTrue(x >= 100 && x < 1900 && y >= 100 && y < 1900, "marked at " + x + ", " + y);
            }
        }
        assertTrue(changed > 30_000, "changed pixels " + changed);
    }

    @Test
    void progressRisesToTheEnd() throws Exception {
        List<Integer> seen = new ArrayList<>();
        studio.shoot(PhotoWish.studioWhite(Shadow.NO_SHADOW), MUG, false, seen::add);
        assertEquals(seen.stream().sorted().toList(), seen);
        assertTrue(seen.size() >= 4);
        assertEquals(100, seen.get(seen.size() - 1));
    }

    @Test
    void anEmptyTableIsRefusedInWords() throws Exception {
        BufferedImage table = Scene.of(800, 600, new java.awt.Rectangle(), Color.RED, Color.GRAY, 3).photo;
        String why = studio.shoot(
                        PhotoWish.studioWhite(Shadow.NO_SHADOW), ImageFiles.encoded(table, "jpeg"), false, p -> {})
                .fold(taken -> "taken", refused -> refused.why());
        assertTrue(why.startsWith("We could not find a product"), why);
    }

    @Test
    void bytesThatAreNoPhotoAreRefused() throws Exception {
        String why = studio.shoot(PhotoWish.studioWhite(Shadow.NO_SHADOW), new byte[100], false, p -> {})
                .fold(taken -> "taken", refused -> refused.why());
        assertTrue(why.contains("not a JPEG"), why);
    }

    @Test
    void onlyTheWhiteStudioIsOffered() {
        assertTrue(studio.offers(PhotoMode.STUDIO_WHITE));
        assertFalse(studio.offers(PhotoMode.MODEL_TRYON));
        assertFalse(studio.offers(PhotoMode.LIFESTYLE_SCENE));
    }

    @Test
    void anInterruptedThreadStops() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> shot(Shadow.NO_SHADOW, false));
    }

    private PhotoShot shot(Shadow shadow, boolean watermark) throws InterruptedException {
        return studio.shoot(PhotoWish.studioWhite(shadow), MUG, watermark, percent -> {})
                .fold(taken -> taken.shot(), refused -> {
                    throw new AssertionError(refused.why());
                });
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    private static void assertFrameIsWhite(BufferedImage picture, int width) {
        for (int i = 0; i < 2000 * 2000; i++) {
            int x = i % 2000;
            int y = i / 2000;
            if (Math.min(Math.min(x, y), Math.min(1999 - x, 1999 - y)) < width) {
                assertEquals(WHITE, picture.getRGB(x, y), "at " + x + ", " + y);
            }
        }
    }

    /** How many columns or rows are all white, from the near or the far side. */
    private static int first(BufferedImage picture, boolean columns, boolean fromEnd) {
        for (int i = 0; i < 2000; i++) {
            int line = fromEnd ? 1999 - i : i;
            for (int j = 0; j < 2000; j++) {
                if (picture.getRGB(columns ? line : j, columns ? j : line) != WHITE) {
                    return i;
                }
            }
        }
        return 2000;
    }
}
