package io.productsnap.imaging.decode;

import io.productsnap.core.photo.PhotoFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One JPEG, PNG or WebP file. Asks for its size before its pixels: the header of a bomb costs nothing, its pixels everything. */
final class PhotoFile {
    static final String INCOMPLETE = "The photo is damaged or incomplete: please upload it again.";

    private final FileKind kind;
    private final byte[] file;
    private final Envelope envelope;

    PhotoFile(FileKind kind, byte[] file) {
        this.kind = kind;
        this.file = file;
        this.envelope = Envelope.of(kind, file);
    }

    /** Only for kinds that can be decoded. */
    PhotoFormat format() {
        return PhotoFormat.valueOf(kind.name());
    }

    /** A size as stored, turned as the photo is looked at. */
    Size upright(Size stored) {
        return orientation().swapsSides() ? stored.turned() : stored;
    }

    private Orientation orientation() {
        return Orientation.of(envelope.exif());
    }

    /** Why no pixel of it should be decoded, if so. */
    Optional<String> refusal() {
        if (envelope.moving()) {
            return Optional.of("This is an animation: please upload a photo.");
        }
        return envelope.complete() ? Optional.empty() : Optional.of(INCOMPLETE);
    }

    /** The size as stored; from the header alone. */
    Optional<Size> storedSize() {
        try {
            return Optional.of(reading((reader, ignored) -> new Size(reader.getWidth(0), reader.getHeight(0))));
        } catch (IOException | RuntimeException unreadable) { // readers throw any RuntimeException at hostile bytes
            return Optional.empty();
        }
    }

    /** @param enough the longest side that is needed: larger photos are thinned out while they are read */
    Decoded decode(int enough) {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            return new Decoded.Broken(refusal.get());
        }
        Optional<Size> size = storedSize();
        if (size.isEmpty()) {
            return new Decoded.Broken(INCOMPLETE);
        }
        if (size.get().tooLarge()) {
            return new Decoded.Broken(size.get().whyTooLarge());
        }
        try {
            return new Decoded.Pixels(turned(reading(
                    (reader, warnings) -> pixels(reader, warnings, size.get().step(enough)))));
        } catch (IOException | RuntimeException broken) {
            return new Decoded.Broken(INCOMPLETE);
        }
    }

    private Photo turned(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] stored = StoredPixels.of(image);
        ProfileToSrgb.convert(stored, width, envelope.profile());
        Orientation orientation = orientation();
        if (orientation == Orientation.UPRIGHT) {
            return new Photo(width, height, stored);
        }
        int[] upright = new int[stored.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                upright[orientation.index(x, y, width, height)] = stored[y * width + x];
            }
        }
        return orientation.swapsSides() ? new Photo(height, width, upright) : new Photo(width, height, upright);
    }

    private static BufferedImage pixels(ImageReader reader, List<String> warnings, int step) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        // libjpeg fills what is missing with grey and goes on; other warnings are harmless quirks of cameras
        if (warnings.stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).contains("premature end"))) {
            throw new IIOException("the pixels end too early");
        }
        return image;
    }

    private <T> T reading(Reading<T> work) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + kind + " on the class path");
        }
        ImageReader reader = readers.next();
        // in memory: ImageIO's default is a temporary file per photo
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            List<String> warnings = new ArrayList<>();
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            return work.with(reader, warnings);
        } finally {
            reader.dispose();
        }
    }

    private interface Reading<T> {
        T with(ImageReader reader, List<String> warnings) throws IOException;
    }
}
