package io.productsnap.imaging.studio;

import io.productsnap.imaging.cutout.Plane;

/** Draws a plane larger or a little smaller, by Catmull and Rom's cubic: sharp, and exact where nothing changes. */
final class Resampling {
    private static final int TAPS = 4;

    private Resampling() {}

    static Plane onto(int side, Plane in, Placement place) {
        Plane wide = rows(in, side, place.scale(), place.offsetX());
        return turned(rows(turned(wide), side, place.scale(), place.offsetY()));
    }

    private static Plane rows(Plane in, int side, double scale, double offset) {
        Plane out = new Plane(side, in.height(), new float[side * in.height()]);
        float[] weight = new float[TAPS];
        for (int x = 0; x < side; x++) {
            double source = (x + 0.5 - offset) / scale - 0.5;
            int first = (int) Math.floor(source) - 1;
            if (first + TAPS <= 0 || first >= in.width()) {
                continue;
            }
            cubic((float) (source - first - 1), weight);
            for (int y = 0; y < in.height(); y++) {
                float sum = 0;
                for (int k = 0; k < TAPS; k++) {
                    int column = first + k;
                    // beyond the border there is nothing: the cut-out has air around it
                    if (column >= 0 && column < in.width()) {
                        sum += weight[k] * in.v()[y * in.width() + column];
                    }
                }
                out.v()[y * side + x] = sum;
            }
        }
        return out;
    }

    private static void cubic(float t, float[] weight) {
        weight[0] = ((-0.5f * t + 1) * t - 0.5f) * t;
        weight[1] = (1.5f * t - 2.5f) * t * t + 1;
        weight[2] = ((-1.5f * t + 2) * t + 0.5f) * t;
        weight[3] = (0.5f * t - 0.5f) * t * t;
    }

    private static Plane turned(Plane in) {
        Plane out = new Plane(/* width= */ in.height(), /* height= */ in.width(), new float[in.v().length]);
        int block = 32;
        for (int top = 0; top < in.height(); top += block) {
            for (int left = 0; left < in.width(); left += block) {
                for (int y = top; y < Math.min(in.height(), top + block); y++) {
                    for (int x = left; x < Math.min(in.width(), left + block); x++) {
                        out.v()[x * in.height() + y] = in.v()[y * in.width() + x];
                    }
                }
            }
        }
        return out;
    }
}
