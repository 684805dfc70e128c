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

    /** Nearly as by a Gaussian of about {@code radius}. */
    public Plane softened(int radius) {
        return Window.soft(this, Math.max(1, radius));
    }
}
