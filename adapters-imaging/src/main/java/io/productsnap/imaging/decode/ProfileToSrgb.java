package io.productsnap.imaging.decode;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;

/** Brings pixels of a phone's wide colour space (Display P3, Adobe RGB) to sRGB, which is what shops show. */
final class ProfileToSrgb {
    private static final int ROWS_AT_ONCE = 64;

    private ProfileToSrgb() {}

    /** In place. A profile that cannot be used is ignored and sRGB assumed: a dull photo is better than none. */
    static void convert(int[] argb, int width, Optional<Bytes> profile) {
        usable(profile).ifPresent(space -> convert(argb, width, space));
    }

    private static Optional<ICC_ColorSpace> usable(Optional<Bytes> bytes) {
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes.get().copy());
            boolean rgb = profile.getColorSpaceType() == ColorSpace.TYPE_RGB && profile.getNumComponents() == 3;
            if (!rgb) {
                return Optional.empty();
            }
            ICC_ColorSpace space = new ICC_ColorSpace(profile);
            return changesColours(space) ? Optional.of(space) : Optional.empty();
        } catch (IllegalArgumentException | CMMException broken) {
            return Optional.empty();
        }
    }

    /** Most profiles are sRGB under some name; a few colours that stay where they are tell so, and save the conversion. */
    private static boolean changesColours(ICC_ColorSpace space) {
        float[][] probes = {{.8f, .2f, .2f}, {.2f, .8f, .2f}, {.2f, .2f, .8f}, {.5f, .5f, .5f}, {.9f, .6f, .3f}};
        for (float[] probe : probes) {
            float[] srgb = space.toRGB(probe);
            for (int i = 0; i < 3; i++) {
                if (Math.abs(srgb[i] - probe[i]) > 2f / 255) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void convert(int[] argb, int width, ICC_ColorSpace space) {
        DirectColorModel from = new DirectColorModel(space, 24, 0xFF0000, 0xFF00, 0xFF, 0, false, DataBuffer.TYPE_INT);
        ColorConvertOp toSrgb = new ColorConvertOp(null);
        int height = argb.length / width;
        for (int top = 0; top < height; top += ROWS_AT_ONCE) {
            int rows = Math.min(ROWS_AT_ONCE, height - top);
            WritableRaster strip = from.createCompatibleWritableRaster(width, rows);
            int[] pixels = Arrays.copyOfRange(argb, top * width, (top + rows) * width);
            strip.setDataElements(0, 0, width, rows, pixels);
            BufferedImage target = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
            toSrgb.filter(new BufferedImage(from, strip, false, null), target);
            Raster converted = target.getRaster();
            converted.getDataElements(0, 0, width, rows, pixels);
            for (int i = 0; i < pixels.length; i++) {
                int at = top * width + i;
                argb[at] = (argb[at] & 0xFF000000) | (pixels[i] & 0xFFFFFF);
            }
        }
    }
}
