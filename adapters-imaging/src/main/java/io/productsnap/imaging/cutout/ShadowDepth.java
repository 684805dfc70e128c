package io.productsnap.imaging.cutout;

import java.util.Arrays;

/**
 * How dark the shadows of a photo are. They are alike, since the same lamps make them; what has their colour and is darker is a dark product. All
 * light here is a cube root, as lightness is.
 */
final class ShadowDepth {
    /** A shadow that leaves less than this, a third of the light, is rare; black things are not. */
    private static final float RARE = 0.7f;
    /** Shadows vary so much in one photo: they are deepest under the product. */
    private static final float MARGIN = 0.1f;
    /** The darker ones of the pixels that may be shadow are product, perhaps. */
    private static final float TYPICAL = 0.6f;
    /** Of the photo: so much that nothing but a product explains is needed to take all that is dark for shadow. */
    private static final float EVIDENCE = 0.004f;
    /** Without it the dark things are the product, and only a faint shadow is one: else a black kettle would be none. */
    private static final float FAINT = 0.78f;

    private ShadowDepth() {}

    static Likeness measured(Likeness likeness) {
        Plane foreign = Plane.of(likeness.lab().width(), likeness.lab().height());
        for (int i = 0; i < foreign.size(); i++) {
            foreign.v()[i] = likeness.foreign(i) ? 1 : 0;
        }
        if (solid(Window.mean(foreign, 1)) < EVIDENCE) {
            return likeness.withShadowsDownTo(FAINT);
        }
        return likeness.withShadowsDownTo(typical(likeness, foreign) - MARGIN);
    }

    private static float typical(Likeness likeness, Plane foreign) {
        Plane near = Window.mean(foreign, foreign.width() / 100);
        float[] light = new float[foreign.size()];
        int n = 0;
        for (int i = 0; i < light.length; i++) {
            boolean dark = likeness.difference().along().v()[i] < -3 * likeness.alongSpread();
            // next to the product its own edge is mixed in
            if (dark && near.v()[i] < 1e-4f) {
                light[n++] = likeness.light(i);
            }
        }
        Arrays.sort(light, 0, n);
        return n < light.length / 1000 ? RARE : Math.min(RARE, light[(int) (n * TYPICAL)]);
    }

    private static float solid(Plane share) {
        int count = 0;
        for (float v : share.v()) {
            count += v > 0.6f ? 1 : 0;
        }
        return (float) count / share.size();
    }
}
