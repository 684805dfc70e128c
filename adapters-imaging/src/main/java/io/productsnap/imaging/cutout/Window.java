package io.productsnap.imaging.cutout;

/** Means over square windows, in a time that does not depend on their size. */
final class Window {
    private Window() {}

    static Plane mean(Plane in, int radius) {
        return turnedRows(turnedRows(in, radius), radius);
    }

    /** Three means make nearly a Gaussian. */
    static Plane soft(Plane in, int radius) {
        return mean(mean(mean(in, radius), radius), radius);
    }

    /** Means along the rows, rows and columns exchanged: applied twice it is the whole window, and reads memory in order. */
    private static Plane turnedRows(Plane in, int radius) {
        int w = in.width();
        int h = in.height();
        Plane out = Plane.of(h, w);
        for (int y = 0; y < h; y++) {
            double sum = 0;
            int from = 0;
            int to = -1;
            for (int x = 0; x < w; x++) {
                while (to < Math.min(w - 1, x + radius)) {
                    sum += in.v()[y * w + ++to];
                }
                while (from < x - radius) {
                    sum -= in.v()[y * w + from++];
                }
                out.v()[x * h + y] = (float) (sum / (to - from + 1));
            }
        }
        return out;
    }
}
