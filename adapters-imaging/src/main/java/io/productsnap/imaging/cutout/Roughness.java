package io.productsnap.imaging.cutout;

/**
 * How rough each pixel's surroundings are, as a multiple of what the background has: leather, cloth and print are rough where a table is
 * smooth, also where light and colour are the table's. At an edge the smoother side counts, so that edges make no broad seam.
 */
final class Roughness {
    private static final int RADIUS = 4;

    private Roughness() {}

    static Plane of(Plane lightness) {
        int w = lightness.width();
        int h = lightness.height();
        Plane mean = Window.mean(lightness, 2);
        Plane square = Plane.of(w, h);
        for (int i = 0; i < square.size(); i++) {
            float rest = lightness.v()[i] - mean.v()[i];
            square.v()[i] = rest * rest;
        }
        Plane around = Window.mean(square, RADIUS);
        Plane least = Plane.of(w, h);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int r = RADIUS + 2;
                least.v()[y * w + x] = Math.min(
                        Math.min(around.near(x - r, y - r), around.near(x + r, y - r)),
                        Math.min(around.near(x - r, y + r), around.near(x + r, y + r)));
            }
        }
        float usual = Backdrop.border(least, 0.01f) * 1.4f;
        for (int i = 0; i < least.size(); i++) {
            least.v()[i] /= usual;
        }
        return least;
    }
}
