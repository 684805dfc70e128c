package io.productsnap.imaging.studio;

import io.productsnap.imaging.cutout.Plane;

/**
 * Draws a plane larger or a little smaller, by Catmull and Rom's cubic: sharp, and exact where nothing changes. Memory is
 * read in its order, first along the rows, then by whole rows: that is most of the speed.
 */
final class Resampling {
    private static final int TAPS = 4;

    /** For each place on the new axis, the four of the old one that it is made of, and how much each counts. */
    private final int[] source;

    private final float[] weight;
    private final int side;

    private Resampling(int side) {
        this.side = side;
        this.source = new int[side * TAPS];
        this.weight = new float[side * TAPS];
    }

    static Plane onto(int side, Plane in, Placement place) {
        Resampling across = axis(side, in.width(), place.scale(), place.offsetX());
        Resampling down = axis(side, in.height(), place.scale(), place.offsetY());
        return down.ofRows(across.alongRows(in));
    }

    private static Resampling axis(int side, int length, double scale, double offset) {
        Resampling axis = new Resampling(side);
        for (int place = 0; place < side; place++) {
            double at = (place + 0.5 - offset) / scale - 0.5;
            int first = (int) Math.floor(at) - 1;
            float[] cubic = cubic((float) (at - first - 1));
            for (int k = 0; k < TAPS; k++) {
                // Beyond the border there is nothing: the cut-out has air around it.
                boolean inside = first + k >= 0 && first + k < length;
                axis.source[place * TAPS + k] = inside ? first + k : 0;
                axis.weight[place * TAPS + k] = inside ? cubic[k] : 0;
            }
        }
        return axis;
    }

    private static float[] cubic(float t) {
        return new float[] {
            ((-0.5f * t + 1) * t - 0.5f) * t,
            (1.5f * t - 2.5f) * t * t + 1,
            ((-1.5f * t + 2) * t + 0.5f) * t,
            (0.5f * t - 0.5f) * t * t
        };
    }

    private Plane alongRows(Plane in) {
        Plane out = Plane.of(side, in.height());
        for (int y = 0; y < in.height(); y++) {
            int row = y * in.width();
            for (int x = 0; x < side; x++) {
                float sum = 0;
                for (int k = x * TAPS; k < (x + 1) * TAPS; k++) {
                    sum += weight[k] * in.v()[row + source[k]];
                }
                out.v()[y * side + x] = sum;
            }
        }
        return out;
    }

    private Plane ofRows(Plane in) {
        int width = in.width();
        Plane out = Plane.of(width, side);
        for (int y = 0; y < side; y++) {
            for (int k = y * TAPS; k < (y + 1) * TAPS; k++) {
                if (weight[k] != 0) {
                    add(in.v(), source[k] * width, weight[k], out.v(), y * width, width);
                }
            }
        }
        return out;
    }

    private static void add(float[] from, int at, float weight, float[] to, int there, int length) {
        for (int x = 0; x < length; x++) {
            to[there + x] += weight * from[at + x];
        }
    }
}
