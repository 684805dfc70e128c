package io.productsnap.imaging.cutout;

/**
 * Continues known values smoothly into the unknown: means of halves of halves going up, the gaps filled from above going down
 * ("push and pull"). It tells what the background would look like behind the product, and the product's colour at its edge.
 */
final class FillIn {
    private FillIn() {}

    /** @param trust 0 = unknown, 1 = known; a known value stays as it is */
    static Plane of(Plane values, Plane trust) {
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
        return fill(values, trust, of(coarse, coarseTrust));
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

    private static Plane fill(Plane values, Plane trust, Plane coarse) {
        int w = values.width();
        Plane out = values.copy();
        for (int y = 0; y < values.height(); y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                float known = trust.v()[i];
                if (known < 1) {
                    out.v()[i] = known * values.v()[i] + (1 - known) * between(coarse, x, y);
                }
            }
        }
        return out;
    }

    private static float between(Plane coarse, int x, int y) {
        int cx = x / 2;
        int cy = y / 2;
        int sx = (x & 1) == 0 ? cx - 1 : cx + 1;
        int sy = (y & 1) == 0 ? cy - 1 : cy + 1;
        return (9 * coarse.near(cx, cy) + 3 * coarse.near(sx, cy) + 3 * coarse.near(cx, sy) + coarse.near(sx, sy)) / 16;
    }
}
