package io.productsnap.imaging.cutout;

import java.util.Arrays;

/** Colours with their places: the border of a photo, thinned out. Positions in -1..1, so that fits do not depend on the size. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Samples(int count, float[] x, float[] y, float[] l, float[] a, float[] b) {
    private static final float BORDER = 0.035f;

    static Samples ofBorder(Colours lab) {
        int w = lab.width();
        int h = lab.height();
        int ring = Math.max(2, Math.round(BORDER * Math.max(w, h)));
        float[][] out = new float[5][w * h];
        int n = 0;
        for (int y = 1; y < h - 1; y += 2) {
            boolean whole = y < ring || y >= h - ring;
            for (int x = 1; x < w - 1; x += 2) {
                if (!whole && x >= ring && x < w - ring) {
                    x = w - ring;
                }
                int i = y * w + x;
                out[0][n] = 2f * x / (w - 1) - 1;
                out[1][n] = 2f * y / (h - 1) - 1;
                out[2][n] = lab.first().v()[i];
                out[3][n] = lab.second().v()[i];
                out[4][n] = lab.third().v()[i];
                n++;
            }
        }
        for (int k = 0; k < out.length; k++) {
            out[k] = Arrays.copyOf(out[k], n);
        }
        return new Samples(n, out[0], out[1], out[2], out[3], out[4]);
    }

    float[] colour(int channel) {
        return channel == 0 ? l : channel == 1 ? a : b;
    }

    float distance(int i, float otherL, float otherA, float otherB) {
        float dl = l[i] - otherL;
        float da = a[i] - otherA;
        float db = b[i] - otherB;
        return (float) Math.sqrt(dl * dl + da * da + db * db);
    }
}
