package io.productsnap.imaging.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.imaging.ImageFiles;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhotoDecoderTest {
    /** Which stored corner stands at the upper left, upper right, lower left of the upright photo (R, G above; B below). */
    @ParameterizedTest
    @CsvSource({"1,RGB", "2,GRB", "3,BBG", "4,BBR", "5,RBG", "6,BRB", "7,BGB", "8,GBR"})
    void eachOrientationIsTurnedUpright(int orientation, String corners) {
        byte[] jpeg = ImageFiles.turned(ImageFiles.encoded(ImageFiles.corners(64, 48), "jpeg"), orientation);
        assertEquals(corners, corners(decoded(jpeg)));
    }

    @Test
    void aPngIsTurnedByItsExifChunk() {
        byte[] png =
                ImageFiles.withChunk(ImageFiles.encoded(ImageFiles.corners(64, 48), "png"), "eXIf", ImageFiles.tiff(6));
        assertEquals("BRB", corners(decoded(png)));
    }

    @Test
    void aWebpIsTurnedByItsExifChunk() throws IOException {
        Photo photo = decoded(PhotoFileInspectorTest.fixture("turned.webp"));
        assertEquals(520, photo.width());
        assertEquals("BRB", corners(photo));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65535})
    void anOrientationThatDoesNotExistIsIgnored(int orientation) {
        byte[] jpeg = ImageFiles.turned(ImageFiles.encoded(ImageFiles.corners(64, 48), "jpeg"), orientation);
        assertEquals("RGB", corners(decoded(jpeg)));
    }

    @Test
    void greyStaysAsDarkAsItIsStored() {
        BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        fill(grey.getRaster(), 100);
        assertEquals(0xFF646464, decoded(ImageFiles.encoded(grey, "png")).at(5, 5));
    }

    @Test
    void sixteenBitsAreTakenDownToEight() {
        BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_USHORT_GRAY);
        fill(grey.getRaster(), 0x6400);
        assertEquals(0xFF646464, decoded(ImageFiles.encoded(grey, "png")).at(5, 5));
    }

    @Test
    void aWideProfileIsBroughtToSrgb() throws IOException {
        // the file stores (200, 100, 50) in Display P3, which sRGB calls a more saturated colour
        Photo photo = decoded(PhotoFileInspectorTest.fixture("p3.png"));
        int pixel = photo.at(300, 300);
        assertTrue((pixel >> 16 & 0xFF) > 208 && (pixel & 0xFF) < 45, Integer.toHexString(pixel));
    }

    @Test
    void aBrokenProfileIsIgnored() {
        byte[] profile = ImageFiles.inserted(
                ImageFiles.packed("no profile".getBytes(StandardCharsets.US_ASCII)), 0, new byte[] {'p', 0, 0});
        byte[] png = ImageFiles.withChunk(ImageFiles.encoded(ImageFiles.corners(64, 48), "png"), "iCCP", profile);
        assertEquals("RGB", corners(decoded(png)));
    }

    @Test
    void aLargePhotoIsThinnedOutToNoLessThanAskedFor() {
        Photo photo = PhotoDecoder.decode(ImageFiles.encoded(ImageFiles.corners(900, 600), "png"), 300)
                .fold(decoded -> decoded, why -> {
                    throw new AssertionError(why);
                });
        assertEquals(300, photo.width());
    }

    private static void fill(WritableRaster raster, int value) {
        for (int i = 0; i < raster.getWidth() * raster.getHeight(); i++) {
            raster.setSample(i % raster.getWidth(), i / raster.getWidth(), 0, value);
        }
    }

    private static Photo decoded(byte[] file) {
        return PhotoDecoder.decode(file, 4000).fold(photo -> photo, why -> {
            throw new AssertionError(why);
        });
    }

    private static String corners(Photo photo) {
        int right = photo.width() - 3;
        return name(photo.at(2, 2)) + name(photo.at(right, 2)) + name(photo.at(2, photo.height() - 3));
    }

    private static String name(int pixel) {
        int red = pixel >> 16 & 0xFF;
        int green = pixel >> 8 & 0xFF;
        int blue = pixel & 0xFF;
        return red > Math.max(green, blue) ? "R" : green > blue ? "G" : "B";
    }
}
