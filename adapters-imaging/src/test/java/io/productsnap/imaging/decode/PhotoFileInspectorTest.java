package io.productsnap.imaging.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoInspector.Fine;
import io.productsnap.core.photo.PhotoInspector.Inspection;
import io.productsnap.imaging.ImageFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhotoFileInspectorTest {
    private final PhotoFileInspector inspector = new PhotoFileInspector(new PixelSlots(1));

    @ParameterizedTest
    @CsvSource({"jpeg,JPEG", "png,PNG"})
    void aPhotoIsFine(String written, PhotoFormat format) {
        assertEquals(
                new Fine(format, 640, 520),
                inspector.inspect(ImageFiles.encoded(ImageFiles.corners(640, 520), written)));
    }

    @ParameterizedTest
    @CsvSource({"lossy.webp", "lossless.webp", "alpha.webp", "profile.webp"})
    void aWebpIsFine(String name) throws IOException {
        assertEquals(new Fine(PhotoFormat.WEBP, 640, 520), inspector.inspect(fixture(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmyk.jpg", "progressive.jpg", "grey.jpg"})
    void anUncommonJpegIsFine(String name) throws IOException {
        assertEquals(new Fine(PhotoFormat.JPEG, 640, 520), inspector.inspect(fixture(name)));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void anUncommonPngIsFine(int type) {
        BufferedImage image = new BufferedImage(640, 520, type);
        assertEquals(new Fine(PhotoFormat.PNG, 640, 520), inspector.inspect(ImageFiles.encoded(image, "png")));
    }

    @Test
    void theSizeIsThatOfTheUprightPhoto() {
        byte[] turned = ImageFiles.turned(ImageFiles.encoded(ImageFiles.corners(640, 520), "jpeg"), 6);
        assertEquals(new Fine(PhotoFormat.JPEG, 520, 640), inspector.inspect(turned));
    }

    @Test
    void whatPhonesAppendDoesNotMatter() {
        byte[] jpeg = ImageFiles.encoded(ImageFiles.corners(640, 520), "jpeg");
        byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 5000);
        assertEquals(new Fine(PhotoFormat.JPEG, 640, 520), inspector.inspect(longer));
    }

    @ParameterizedTest
    @CsvSource({"jpeg,0.3", "jpeg,0.6", "jpeg,0.99", "png,0.3", "png,0.6", "png,0.99"})
    void aTruncatedFileIsUnusable(String format, double part) {
        byte[] whole = ImageFiles.encoded(noise(), format);
        assertTrue(why(Arrays.copyOf(whole, (int) (part * whole.length))).contains("incomplete"));
    }

    @Test
    void aTruncatedWebpIsUnusable() throws IOException {
        byte[] whole = fixture("lossy.webp");
        assertTrue(why(Arrays.copyOf(whole, whole.length / 2)).contains("incomplete"));
    }

    @Test
    void aJpegWithoutItsMiddleIsUnusable() {
        byte[] whole = ImageFiles.encoded(noise(), "jpeg");
        int cut = whole.length / 3;
        byte[] hollow = Arrays.copyOf(whole, whole.length - cut);
        System.arraycopy(whole, 2 * cut, hollow, cut, whole.length - 2 * cut);
        assertTrue(why(hollow).contains("incomplete"));
    }

    @Test
    void aBombIsRefusedByItsHeader() {
        byte[] bomb = ImageFiles.pngThatClaims(30_000, 30_000);
        String why = assertTimeout(Duration.ofSeconds(1), () -> why(bomb));
        assertTrue(why.contains("30000 × 30000"), why);
    }

    @Test
    void aBombInAProfileIsNotInflated() {
        byte[] profile = ImageFiles.inserted(ImageFiles.packed(new byte[100_000_000]), 0, new byte[] {'p', 0, 0});
        byte[] png = ImageFiles.withChunk(ImageFiles.encoded(ImageFiles.corners(640, 520), "png"), "iCCP", profile);
        assertEquals(new Fine(PhotoFormat.PNG, 640, 520), inspector.inspect(png));
    }

    @Test
    void aSmallPhotoIsUnusable() {
        assertTrue(why(ImageFiles.encoded(ImageFiles.corners(1, 1), "png")).contains("too small"));
        assertTrue(why(ImageFiles.encoded(ImageFiles.corners(2000, 511), "png")).contains("too small"));
    }

    @Test
    void anAnimationIsUnusable() throws IOException {
        assertTrue(why(fixture("animated.webp")).contains("animation"));
    }

    @Test
    void textIsNoImage() {
        assertTrue(why("not a picture".getBytes(StandardCharsets.UTF_8)).contains("not an image"));
        assertTrue(why(new byte[0]).contains("not an image"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a", "....ftypheic", "....ftypavif", "II*\0", "8BPS"})
    void aForeignKindIsSaidToBeUnknown(String start) {
        byte[] file = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 200);
        assertTrue(inspector.inspect(file).<Boolean>fold(fine -> false, unusable -> false, unknown -> true));
    }

    private String why(byte[] file) {
        Inspection inspection = inspector.inspect(file);
        Optional<String> why =
                inspection.fold(fine -> Optional.empty(), bad -> Optional.of(bad.why()), kind -> Optional.empty());
        return why.orElseThrow(() -> new AssertionError("expected to be unusable: " + inspection));
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(640, 520, BufferedImage.TYPE_INT_RGB);
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 640 * 520; i++) {
            image.setRGB(i % 640, i / 640, random.nextInt());
        }
        return image;
    }

    static byte[] fixture(String name) throws IOException {
        try (InputStream in = PhotoFileInspectorTest.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new AssertionError("no fixture " + name);
            }
            return in.readAllBytes();
        }
    }
}
