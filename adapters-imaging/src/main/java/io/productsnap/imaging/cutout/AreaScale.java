package io.productsnap.imaging.cutout;

import io.productsnap.imaging.decode.Photo;
import java.util.Arrays;
import java.util.List;

/** Shrinks part of a photo so that each new pixel is the mean of all it covers: nothing glitters, and noise falls. */
public final class AreaScale {
    private AreaScale() {}

    /** The whole photo, made smaller where it has more than so many pixels on its longest side. */
    public static Photo within(Photo photo, int longestSide) {
        double scale = Math.min(1, (double) longestSide / photo.longestSide());
        Colours rgb = of(photo, Region.all(photo.width(), photo.height()), scale);
        int[] argb = new int[rgb.first().size()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = Photo.packed(
                    255,
                    Math.round(255 * rgb.first().v()[i]),
                    Math.round(255 * rgb.second().v()[i]),
                    Math.round(255 * rgb.third().v()[i]));
        }
        return new Photo(rgb.width(), rgb.height(), argb);
    }

    /** With the photo's own transparency; the colour of what is clear does not count. */
    static Product cutOut(Photo photo, Region region, double scale) {
        Photo covered = weighted(photo, false);
        Colours light = of(covered, region, scale);
        Plane alpha = of(weighted(photo, true), region, scale).first();
        for (Plane plane : List.of(light.first(), light.second(), light.third())) {
            for (int i = 0; i < plane.size(); i++) {
                plane.v()[i] = alpha.v()[i] > 0 ? Math.min(1, plane.v()[i] / alpha.v()[i]) : 0;
            }
        }
        return new Product(region, scale, light, alpha);
    }

    /** The colours times their alpha, or the alpha alone as grey. */
    private static Photo weighted(Photo photo, boolean alone) {
        int[] out = new int[photo.argb().length];
        for (int i = 0; i < out.length; i++) {
            int pixel = photo.argb()[i];
            int alpha = pixel >>> 24;
            out[i] = alone ? alpha * 0x10101 : scaled(pixel, alpha);
        }
        return new Photo(photo.width(), photo.height(), out);
    }

    private static int scaled(int pixel, int alpha) {
        return Photo.packed(255, level(pixel >> 16, alpha), level(pixel >> 8, alpha), level(pixel, alpha));
    }

    private static int level(int full, int alpha) {
        return ((full & 0xFF) * alpha + 127) / 255;
    }

    /** Red, green, blue in 0..1 of the region, drawn {@code scale} times as large ({@code scale <= 1}). */
    static Colours of(Photo photo, Region region, double scale) {
        int w = Math.max(1, (int) Math.round(region.width() * scale));
        int h = Math.max(1, (int) Math.round(region.height() * scale));
        Colours out = Colours.of(w, h);
        Spans columns = new Spans(region.x(), region.width(), w);
        Spans rows = new Spans(region.y(), region.height(), h);
        float[] line = new float[3 * w];
        for (int y = 0; y < h; y++) {
            Arrays.fill(line, 0);
            for (int k = 0; k < rows.weights[y].length; k++) {
                addRow(photo, rows.from[y] + k, columns, line, rows.weights[y][k]);
            }
            for (int x = 0; x < w; x++) {
                int at = y * w + x;
                out.first().v()[at] = line[3 * x];
                out.second().v()[at] = line[3 * x + 1];
                out.third().v()[at] = line[3 * x + 2];
            }
        }
        return out;
    }

    private static void addRow(Photo photo, int row, Spans columns, float[] line, float rowWeight) {
        int[] argb = photo.argb();
        int start = row * photo.width();
        for (int x = 0; x < line.length / 3; x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            float[] weights = columns.weights[x];
            int first = start + columns.from[x];
            for (int k = 0; k < weights.length; k++) {
                float weight = weights[k];
                int pixel = argb[first + k];
                red += weight * (pixel >> 16 & 0xFF);
                green += weight * (pixel >> 8 & 0xFF);
                blue += weight * (pixel & 0xFF);
            }
            line[3 * x] += rowWeight / 255 * red;
            line[3 * x + 1] += rowWeight / 255 * green;
            line[3 * x + 2] += rowWeight / 255 * blue;
        }
    }

    /** Which old pixels a new one covers, and how much of each. */
    private static final class Spans {
        private final int[] from;
        private final float[][] weights;

        Spans(int offset, int old, int count) {
            from = new int[count];
            weights = new float[count][];
            for (int i = 0; i < count; i++) {
                double begin = offset + (double) i * old / count;
                double end = offset + (i + 1.0) * old / count;
                from[i] = (int) begin;
                weights[i] = new float[(int) Math.ceil(end - 1e-9) - from[i]];
                for (int k = 0; k < weights[i].length; k++) {
                    double covered = Math.min(end, from[i] + k + 1.0) - Math.max(begin, from[i] + k);
                    weights[i][k] = (float) (covered / (end - begin));
                }
            }
        }
    }
}
