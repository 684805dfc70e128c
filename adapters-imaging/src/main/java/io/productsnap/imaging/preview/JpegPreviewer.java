package io.productsnap.imaging.preview;

import io.productsnap.core.photo.PhotoPreviewer;
import io.productsnap.imaging.cutout.AreaScale;
import io.productsnap.imaging.decode.Photo;
import io.productsnap.imaging.decode.PhotoDecoder;
import io.productsnap.imaging.decode.PixelSlots;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Previews as JPEG; what is transparent becomes white. Thread-safe; works on as many photos at once as the slots allow. */
public final class JpegPreviewer implements PhotoPreviewer {
    private final PixelSlots slots;

    public JpegPreviewer(PixelSlots slots) {
        this.slots = slots;
    }

    /** @throws IllegalArgumentException for bytes that the inspector would not have called fine */
    @Override
    public byte[] preview(byte[] photo, int longestSide) {
        return slots.within(() -> PhotoDecoder.decode(photo, 2 * longestSide)
                .fold(decoded -> jpeg(AreaScale.within(decoded.onWhite(), longestSide)), why -> {
                    throw new IllegalArgumentException(why);
                }));
    }

    private static byte[] jpeg(Photo photo) {
        BufferedImage image = new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, photo.width(), photo.height(), photo.argb(), 0, photo.width());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "jpeg", out)) {
                throw new IllegalStateException("no JPEG writer in this Java");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail to be written", impossible);
        }
        return bytes.toByteArray();
    }
}
