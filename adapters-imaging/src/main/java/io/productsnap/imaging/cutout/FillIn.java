package io.productsnap.imaging.cutout;

import java.util.Arrays;

/**
 * Continues known values smoothly into the unknown: means of halves of halves going up, the gaps filled from above going down
 * ("push and pull"). It tells what the background would look like behind the product, and the product's colour at its edge.
 */
final class FillIn {
    private FillIn() {}

    /** @param trust 0 = unknown, 1 = known; a known value stays as it is */
    static Plane of(Plane values, Plane trust) {
        boolean[] all = new boolean[values.size()];
        Arrays.fill(all, true);
        return of(values, trust, all);
    }

    /** @param wanted the pixels that anybody will ask for; the others are left as they are */
    static Plane of(Plane values, Plane trust, boolean[] wanted) {
        int w = values.width();
        int h = values.height();
        if (w == 1 && h == 1) {
            return values;
        }
        int halfW = (w + 1) / 2;
        int halfH = (h + 1) / 2;
        Plane coarse = Plane.of(halfW, halfH);
        Plane coarseTrust = Plane.of(halfW, halfH);
        for (int y = 0; y < halfH; y++) {
            for (int x = 0; x < halfW; x++) {
                halve(values, trust, x, y, coarse, coarseTrust);
            }
        }
        boolean[] gap = new boolean[wanted.length];
        boolean[] coarseWanted = new boolean[halfW * halfH];
        for (int i = 0; i < gap.length; i++) {
            gap[i] = wanted[i] && trust.v()[i] < 1;
            if (gap[i]) {
                want(coarse, i % w, i / w, coarseWanted);
            }
        }
        return fill(values, trust, of(coarse, coarseTrust, coarseWanted), gap);
    }

    private static void halve(Plane values, Plane trust, int x, int y, Plane coarse, Plane coarseTrust) {
        int w = values.width();
        float sum = 0;
        float weight = 0;
        for (int dy = 0; dy < 2 && 2 * y + dy < values.height(); dy++) {
            for (int dx = 0; dx < 2 && 2 * x + dx < w; dx++) {
                int i = (2 * y + dy) * w + 2 * x + dx;
                sum += values.v()[i] * trust.v()[i];
                weight += trust.v()[i];
            }
        }
        int at = y * coarse.width() + x;
        coarse.v()[at] = weight > 0 ? sum / weight : 0;
        coarseTrust.v()[at] = Math.min(1, weight);
    }

    /** Those that {@link #between} reads. */
    private static void want(Plane coarse, int x, int y, boolean[] wanted) {
        int w = coarse.width();
        int near = inside(y / 2, coarse.height()) * w;
        int far = inside(beside(y), coarse.height()) * w;
        int cx = inside(x / 2, w);
        int sx = inside(beside(x), w);
        wanted[near + cx] = true;
        wanted[near + sx] = true;
        wanted[far + cx] = true;
        wanted[far + sx] = true;
    }

    private static Plane fill(Plane values, Plane trust, Plane coarse, boolean[] gap) {
        int w = values.width();
        Plane out = values.copy();
        for (int i = 0; i < gap.length; i++) {
            if (gap[i]) {
                float known = trust.v()[i];
                out.v()[i] = known * values.v()[i] + (1 - known) * between(coarse, i % w, i / w);
            }
        }
        return out;
    }

    private static float between(Plane coarse, int x, int y) {
        int cx = x / 2;
        int cy = y / 2;
        int sx = beside(x);
        int sy = beside(y);
        return (9 * coarse.near(cx, cy) + 3 * coarse.near(sx, cy) + 3 * coarse.near(cx, sy) + coarse.near(sx, sy)) / 16;
    }

    /** Of the coarse neighbours of a fine pixel, the one on whose side it lies. */
    private static int beside(int fine) {
        return (fine & 1) == 0 ? fine / 2 - 1 : fine / 2 + 1;
    }

    private static int inside(int at, int size) {
        return Math.min(size - 1, Math.max(0, at));
    }
}
