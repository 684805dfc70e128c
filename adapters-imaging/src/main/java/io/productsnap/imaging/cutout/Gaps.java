package io.productsnap.imaging.cutout;

/**
 * Where the background shows through a product whose parts are too thin for the network, such as the air between the wires of a whisk: patches
 * that look like background, in the midst of what the network takes, and fenced in by clear edges. A face of the product that happens to have the
 * background's colour has no such fence on the outer side, since the background goes on there.
 */
final class Gaps {
    /** Above this likeness' cost it is no background that shows. */
    private static final float ALIKE = 4;
    /** In Lab: a clear edge. */
    private static final float CLEAR = 8;
    /** Within so many pixels of the small copy: a wire is no wider. */
    private static final int WIRE = 4;
    /** So much of its rim has to be fence. */
    private static final float FENCED = 0.65f;
    /** Smaller ones, in pixels of the small copy, are grain. */
    private static final int SMALLEST = 12;
    /** A network that steps down by less, within two of its own pixels to each side, does not see an end of the product there. */
    private static final float STEP = 0.7f;

    private final Likeness likeness;
    private final Saliency saliency;
    private final int width;
    private final int height;
    private final int reach;
    private final boolean[] alike;
    private int rim;
    private int fence;

    private Gaps(Likeness likeness, Saliency saliency) {
        this.likeness = likeness;
        this.saliency = saliency;
        this.width = likeness.lab().width();
        this.height = likeness.lab().height();
        this.reach = Math.max(1, 2 * width / SaliencyNetwork.SIDE);
        this.alike = new boolean[width * height];
    }

    static boolean[] of(Likeness likeness, Saliency saliency) {
        return new Gaps(likeness, saliency).found();
    }

    private boolean[] found() {
        boolean[] gap = new boolean[alike.length];
        if (!saliency.isUnsure()) {
            return gap;
        }
        for (int i = 0; i < alike.length; i++) {
            alike[i] = saliency.takes(i) && likeness.cost(i) < ALIKE;
        }
        Islands.each(alike, width, (pixels, count) -> {
            if (count >= SMALLEST && isFencedIn(pixels, count)) {
                for (int k = 0; k < count; k++) {
                    gap[pixels[k]] = true;
                }
            }
        });
        return gap;
    }

    private boolean isFencedIn(int[] pixels, int count) {
        rim = 0;
        fence = 0;
        for (int k = 0; k < count; k++) {
            int x = pixels[k] % width;
            int y = pixels[k] / width;
            look(x, y, 1, 0);
            look(x, y, -1, 0);
            look(x, y, 0, 1);
            look(x, y, 0, -1);
        }
        return fence >= FENCED * rim;
    }

    private void look(int x, int y, int dx, int dy) {
        int nextX = x + dx;
        int nextY = y + dy;
        if (nextX < 0 || nextY < 0 || nextX >= width || nextY >= height || alike[nextY * width + nextX]) {
            return;
        }
        rim++;
        boolean fenced = saliency.takes(nextY * width + nextX) ? edgeAhead(x, y, dx, dy) : fades(x, y, dx, dy);
        fence += fenced ? 1 : 0;
    }

    private boolean edgeAhead(int x, int y, int dx, int dy) {
        int behind = at(x - dx, y - dy);
        for (int step = 1; step <= WIRE; step++) {
            if (likeness.lab().distance(behind, at(x + step * dx, y + step * dy)) > CLEAR) {
                return true;
            }
        }
        return false;
    }

    private boolean fades(int x, int y, int dx, int dy) {
        float before = saliency.at().near(x - reach * dx, y - reach * dy);
        float after = saliency.at().near(x + reach * dx, y + reach * dy);
        return before - after < STEP;
    }

    private int at(int x, int y) {
        return Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x));
    }
}
