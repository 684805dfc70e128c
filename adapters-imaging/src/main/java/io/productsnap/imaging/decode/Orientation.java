package io.productsnap.imaging.decode;

import java.util.Optional;

/**
 * How the camera was held (Exif 2.32, tag 0x0112): where a stored pixel stands in the upright picture. Read by ourselves: one number of
 * the first directory is all we want of Exif, and the rest of it is room for attacks.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURN_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURN_LEFT(true, false, true);

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private final boolean swaps;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean swaps, boolean fromRight, boolean fromBottom) {
        this.swaps = swaps;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** Anything that makes no sense is upright: so do the browsers. */
    static Orientation of(Optional<Bytes> exif) {
        return exif.map(Orientation::read).orElse(UPRIGHT);
    }

    boolean swapsSides() {
        return swaps;
    }

    /** Where the stored pixel (x, y) goes in the row-by-row upright picture. */
    int index(int x, int y, int width, int height) {
        int column = swaps ? y : x;
        int row = swaps ? x : y;
        int columns = swaps ? height : width;
        int rows = swaps ? width : height;
        return (fromBottom ? rows - 1 - row : row) * columns + (fromRight ? columns - 1 - column : column);
    }

    private static Orientation read(Bytes tiff) {
        boolean little = tiff.textAt(0, "II");
        long directory = u32(tiff, 4, little);
        int entries = u16(tiff, directory, little);
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + (long) i * ENTRY;
            if (!tiff.has(at, ENTRY)) {
                return UPRIGHT;
            }
            if (u16(tiff, at, little) == TAG) {
                int value = u16(tiff, at + 8, little);
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int u16(Bytes tiff, long at, boolean little) {
        int big = tiff.u16(at);
        return little ? Short.toUnsignedInt(Short.reverseBytes((short) big)) : big;
    }

    private static long u32(Bytes tiff, long at, boolean little) {
        return little ? tiff.u32Little(at) : tiff.u32(at);
    }
}
