package io.productsnap.imaging.decode;

import java.util.Arrays;

/**
 * An upright picture in sRGB, row by row, each pixel packed as alpha, red, green, blue. The array is handed over, not copied: a
 * photo of 12 megapixels is 48 MB.
 *
 * @param argb width × height pixels; whoever holds the photo leaves them as they are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Photo(int width, int height, int[] argb) {
    public Photo {
        if (width < 1 || height < 1 || argb.length != width * height) {
            throw new IllegalArgumentException("not " + width + " × " + height + " pixels: " + argb.length);
        }
    }

    public int at(int x, int y) {
        return argb[y * width + x];
    }

    public int longestSide() {
        return Math.max(width, height);
    }

    /** The same photo with nothing transparent. */
    public Photo onWhite() {
        if (Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 255)) {
            return this;
        }
        int[] solid = new int[argb.length];
        for (int i = 0; i < solid.length; i++) {
            int alpha = argb[i] >>> 24;
            solid[i] = alpha == 255 ? argb[i] : solid(argb[i], alpha);
        }
        return new Photo(width, height, solid);
    }

    private static int solid(int pixel, int alpha) {
        return packed(255, over(pixel >> 16, alpha), over(pixel >> 8, alpha), over(pixel, alpha));
    }

    private static int over(int level, int alpha) {
        return ((level & 0xFF) * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    /** One pixel; each of the four in 0..255. */
    public static int packed(int alpha, int red, int green, int blue) {
        return (alpha << 24) | (red << 16) | (green << 8) | blue;
    }
}
