package io.productsnap.imaging.decode;

import io.productsnap.core.photo.PhotoInspector;
import java.util.Optional;

/**
 * Looks at the first bytes, then the structure, then the size in the header, and only then decodes, as a proof that the photo is whole: each
 * step costs more than the one before it, and hostile files fail early. Thread-safe; decodes as many at once as the slots allow.
 */
public final class PhotoFileInspector implements PhotoInspector {
    /** Pixels on the shorter side: less cannot fill a shop's picture. */
    private static final int SMALLEST_SIDE = 512;
    /** Decoding proves the same at this size as at the full one, in less memory. */
    private static final int PROOF_SIDE = 512;

    private final PixelSlots slots;

    public PhotoFileInspector(PixelSlots slots) {
        this.slots = slots;
    }

    @Override
    public Inspection inspect(byte[] bytes) {
        Optional<FileKind> kind = FileKind.of(bytes);
        if (kind.isEmpty()) {
            return new Unusable("This file is not an image: please upload a JPEG, PNG or WebP photo.");
        }
        if (!kind.get().decodable()) {
            return new UnknownKind("Photos of the kind " + kind.get().label()
                    + " cannot be read here: please upload a JPEG, PNG or WebP photo.");
        }
        return inspect(new PhotoFile(kind.get(), bytes));
    }

    private Inspection inspect(PhotoFile file) {
        Optional<Size> size = file.storedSize();
        if (size.isEmpty()) {
            return new Unusable(PhotoFile.INCOMPLETE);
        }
        if (size.get().tooLarge()) {
            return new Unusable(size.get().whyTooLarge());
        }
        if (size.get().shortest() < SMALLEST_SIDE) {
            return new Unusable("The photo is too small: " + size.get() + ", at least " + SMALLEST_SIDE + " × "
                    + SMALLEST_SIDE + " are needed.");
        }
        Size upright = file.upright(size.get());
        return slots.within(() -> file.decode(PROOF_SIDE))
                .fold(photo -> new Fine(file.format(), upright.width(), upright.height()), Unusable::new);
    }
}
