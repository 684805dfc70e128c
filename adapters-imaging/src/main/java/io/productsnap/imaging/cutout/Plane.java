package io.productsnap.imaging.cutout;

import java.util.Arrays;

/** One number per pixel, row by row: a work sheet that its maker fills and everybody else only reads. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Plane(int width, int height, float[] v) {

    public static Plane of(int width, int height) {
        return new Plane(width, height, new float[width * height]);
    }

    /** 1 where it is true. */
    static Plane of(boolean[] in, int width) {
        Plane plane = of(width, in.length / width);
        for (int i = 0; i < in.length; i++) {
            plane.v[i] = in[i] ? 1 : 0;
        }
        return plane;
    }

    Plane filled(float value) {
        Arrays.fill(v, value);
        return this;
    }

    Plane copy() {
        return new Plane(width, height, v.clone());
    }

    int size() {
        return v.length;
    }

    /** The value at the nearest pixel inside. */
    float near(int x, int y) {
        return v[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))];
    }

    /** Between four pixels, of which (0, 0) is the middle of the first. */
    public float between(float x, float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float tx = x - left;
        float ty = y - top;
        float upper = near(left, top) * (1 - tx) + near(left + 1, top) * tx;
        float lower = near(left, top + 1) * (1 - tx) + near(left + 1, top + 1) * tx;
        return upper * (1 - ty) + lower * ty;
    }

    /** Each new pixel is the mean of those it covers; where it covers less than one, that one. */
    public Plane shrunk(int toWidth, int toHeight) {
        Plane out = of(toWidth, toHeight);
        for (int y = 0; y < toHeight; y++) {
            int top = y * height / toHeight;
            int bottom = Math.max(top + 1, (y + 1) * height / toHeight);
            for (int x = 0; x < toWidth; x++) {
                int left = x * width / toWidth;
                int right = Math.max(left + 1, (x + 1) * width / toWidth);
                out.v[y * toWidth + x] = mean(left, top, right, bottom);
            }
        }
        return out;
    }

    private float mean(int left, int top, int right, int bottom) {
        float sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += v[y * width + x];
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    /** As {@link #between} at the middle of each new pixel. */
    public Plane enlarged(int toWidth, int toHeight) {
        return enlarged(new Steps(0, width, width, toWidth), new Steps(0, height, height, toHeight));
    }

    /** The same of a part, which is a region of another plane that has {@code times} as many pixels each way. */
    Plane enlarged(Region part, double times, int toWidth, int toHeight) {
        return enlarged(
                new Steps(part.x() / times, part.width() / times, width, toWidth),
                new Steps(part.y() / times, part.height() / times, height, toHeight));
    }

    private Plane enlarged(Steps columns, Steps rows) {
        int toWidth = columns.share.length;
        int toHeight = rows.share.length;
        Plane out = of(toWidth, toHeight);
        for (int y = 0; y < toHeight; y++) {
            int upper = rows.before[y] * width;
            int lower = rows.after[y] * width;
            float ty = rows.share[y];
            for (int x = 0; x < toWidth; x++) {
                int left = columns.before[x];
                int right = columns.after[x];
                float tx = columns.share[x];
                float above = v[upper + left] * (1 - tx) + v[upper + right] * tx;
                float below = v[lower + left] * (1 - tx) + v[lower + right] * tx;
                out.v[y * toWidth + x] = above * (1 - ty) + below * ty;
            }
        }
        return out;
    }

    /** Between which two old pixels each new one lies, and how near to the second. */
    private static final class Steps {
        private final int[] before;
        private final int[] after;
        private final float[] share;

        Steps(double from, double length, int size, int to) {
            before = new int[to];
            after = new int[to];
            share = new float[to];
            for (int i = 0; i < to; i++) {
                double at = from + (i + 0.5) * length / to - 0.5;
                int floor = (int) Math.floor(at);
                before[i] = Math.max(0, Math.min(size - 1, floor));
                after[i] = Math.max(0, Math.min(size - 1, floor + 1));
                share[i] = (float) (at - floor);
            }
        }
    }

    /** Nearly as by a Gaussian of about {@code radius}. */
    public Plane softened(int radius) {
        return Window.soft(this, Math.max(1, radius));
    }
}
