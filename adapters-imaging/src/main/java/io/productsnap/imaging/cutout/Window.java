package io.productsnap.imaging.cutout;

/** Means over square windows, in a time that does not depend on their size. Memory is read in its order, row by row. */
final class Window {
    private Window() {}

    static Plane mean(Plane in, int radius) {
        return down(along(in, radius), radius);
    }

    /** Three means make nearly a Gaussian. */
    static Plane soft(Plane in, int radius) {
        return mean(mean(mean(in, radius), radius), radius);
    }

    private static Plane along(Plane in, int radius) {
        int w = in.width();
        Plane out = Plane.of(w, in.height());
        for (int row = 0; row < in.size(); row += w) {
            double sum = 0;
            int from = 0;
            int to = -1;
            for (int x = 0; x < w; x++) {
                while (to < Math.min(w - 1, x + radius)) {
                    sum += in.v()[row + ++to];
                }
                while (from < x - radius) {
                    sum -= in.v()[row + from++];
                }
                out.v()[row + x] = (float) (sum / (to - from + 1));
            }
        }
        return out;
    }

    /** The same down the columns, all of them at once. */
    private static Plane down(Plane in, int radius) {
        int w = in.width();
        int h = in.height();
        Plane out = Plane.of(w, h);
        double[] sums = new double[w];
        int from = 0;
        int to = -1;
        for (int y = 0; y < h; y++) {
            while (to < Math.min(h - 1, y + radius)) {
                add(in.v(), ++to * w, 1, sums);
            }
            while (from < y - radius) {
                add(in.v(), from++ * w, -1, sums);
            }
            int count = to - from + 1;
            for (int x = 0; x < w; x++) {
                out.v()[y * w + x] = (float) (sums[x] / count);
            }
        }
        return out;
    }

    private static void add(float[] values, int row, int sign, double[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += sign * values[row + x];
        }
    }
}
