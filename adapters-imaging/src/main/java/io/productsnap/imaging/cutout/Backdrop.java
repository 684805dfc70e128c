package io.productsnap.imaging.cutout;

import java.util.Arrays;

/**
 * The background at each pixel. It starts with the surfaces learned from the border, takes in what is like them and hangs together with
 * the border, and continues that behind the product; a few rounds follow a lamp's glow or a fold in the sheet that no surface
 * describes. All of it happens on a small copy: a background has no detail, and means have little noise.
 */
final class Backdrop {
    private static final int SHRINK = 4;
    private static final int ROUNDS = 4;
    /** Squared distance, in spreads, up to which a pixel is taken for background. */
    private static final float LIKE = 9;
    /** How far, in Lab, a gentle change of light may lead away from the surfaces. */
    private static final float DRIFT = 9;
    /** The largest step, in Lab, between neighbours of the small copy that is gentle. */
    private static final float GENTLE = 0.45f;

    /** Even the plainest background strays so far in colour, and in brightness: folds, glow from the product, lamps that are no ideal ones. */
    private static final float TINGED = 1;

    private static final float UNEVEN = 2;

    private final float gentle;

    private final Colours lab;
    private final BackgroundModel model;
    private final int width;
    private final int height;
    private Difference difference;
    private float acrossSpread;
    private float alongSpread;

    private Backdrop(Colours small) {
        this.lab = small;
        this.model = BackgroundModel.of(small);
        this.width = small.width();
        this.height = small.height();
        this.gentle = GENTLE + 3 * Noise.of(small.first());
        this.difference = bySurfaces();
        measureSpread();
    }

    /** Each pixel of the full-size picture against the background found. */
    static Likeness of(Colours lab) {
        Backdrop backdrop = new Backdrop(shrunk(lab));
        Colours continued = backdrop.lab;
        for (int round = 0; round < ROUNDS; round++) {
            continued = backdrop.continued(backdrop.connected());
            backdrop.difference = backdrop.bySurfaces();
            backdrop.include(continued);
            backdrop.measureSpread();
        }
        return backdrop.against(lab, continued);
    }

    private Likeness against(Colours full, Colours continued) {
        int w = full.width();
        int h = full.height();
        Difference all = Difference.none(w, h);
        for (Surface surface : model.regions()) {
            measure(surface, full, all);
        }
        Plane first = continued.first().enlarged(w, h);
        Plane second = continued.second().enlarged(w, h);
        Plane third = continued.third().enlarged(w, h);
        for (int i = 0; i < first.size(); i++) {
            all.least(i, full, first.v()[i], second.v()[i], third.v()[i]);
        }
        return ShadowDepth.measured(
                new Likeness(full, all, border(all.across(), TINGED), border(all.along(), UNEVEN), model.misfit(), 0));
    }

    private Difference bySurfaces() {
        Difference d = Difference.none(width, height);
        for (Surface surface : model.regions()) {
            measure(surface, lab, d);
        }
        return d;
    }

    private static void measure(Surface surface, Colours lab, Difference into) {
        int w = lab.width();
        int h = lab.height();
        for (int y = 0; y < h; y++) {
            double v = 2.0 * y / (h - 1) - 1;
            for (int x = 0; x < w; x++) {
                double u = 2.0 * x / (w - 1) - 1;
                into.least(y * w + x, lab, surface.at(0, u, v), surface.at(1, u, v), surface.at(2, u, v));
            }
        }
    }

    private void include(Colours continued) {
        for (int i = 0; i < width * height; i++) {
            difference.least(
                    i,
                    lab,
                    continued.first().v()[i],
                    continued.second().v()[i],
                    continued.third().v()[i]);
        }
    }

    private void measureSpread() {
        acrossSpread = border(difference.across(), 0.8f);
        alongSpread = border(difference.along(), 0.8f);
    }

    /** How far the border itself strays from the model; a product that touches it in places does not count. */
    static float border(Plane p, float least) {
        int w = p.width();
        int h = p.height();
        int ring = Math.max(2, Math.max(w, h) / 30);
        float[] found = new float[p.size()];
        int n = 0;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                if (x < ring || y < ring || x >= w - ring || y >= h - ring) {
                    found[n++] = Math.abs(p.v()[y * w + x]);
                }
            }
        }
        Arrays.sort(found, 0, n);
        return Math.max(least, found[n * 8 / 10] / 1.4f);
    }

    /** Pixels like the background that hang together with the border. */
    private boolean[] connected() {
        boolean[] like = new boolean[width * height];
        for (int i = 0; i < like.length; i++) {
            float across = difference.across().v()[i] / acrossSpread;
            float along = difference.along().v()[i] / alongSpread;
            like[i] = across * across + along * along < LIKE;
        }
        boolean[] smooth = smooth();
        for (int i = 0; i < like.length; i++) {
            like[i] |= smooth[i]
                    && Math.abs(difference.along().v()[i]) < DRIFT
                    && difference.across().v()[i] < DRIFT / 2;
        }
        return Islands.reachedFromBorder(like, width);
    }

    /** No step in sight: a glow may lead far away from the model's colour, but it leads there gently, and a product does not. */
    private boolean[] smooth() {
        Plane step = Plane.of(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                float right = x + 1 < width ? lab.distance(i, i + 1) : 0;
                float below = y + 1 < height ? lab.distance(i, i + width) : 0;
                step.v()[i] = Math.max(right, below) > gentle ? 1 : 0;
            }
        }
        Plane near = Window.mean(step, 1);
        boolean[] smooth = new boolean[width * height];
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = near.v()[i] < 0.01f;
        }
        return smooth;
    }

    private Colours continued(boolean[] known) {
        Plane trust = Plane.of(known, width);
        return new Colours(
                continued(lab.first(), trust), continued(lab.second(), trust), continued(lab.third(), trust));
    }

    private static Plane continued(Plane plane, Plane trust) {
        return Window.mean(FillIn.of(plane, trust), 1);
    }

    private static Colours shrunk(Colours lab) {
        return new Colours(shrunk(lab.first()), shrunk(lab.second()), shrunk(lab.third()));
    }

    private static Plane shrunk(Plane in) {
        return in.shrunk(Math.max(1, in.width() / SHRINK), Math.max(1, in.height() / SHRINK));
    }
}
