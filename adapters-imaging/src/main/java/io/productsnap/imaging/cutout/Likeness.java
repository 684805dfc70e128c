package io.productsnap.imaging.cutout;

/**
 * How unlike the background each pixel is, as a cost of calling it background: about half the square of its distance in standard deviations.
 * Lit background and background in shadow are judged apart.
 *
 * @param acrossSpread how far the background itself strays in colour, and
 * @param alongSpread in brightness
 * @param misfit how badly the model fits the border: above some Lab, the background is not plain
 */
record Likeness(Colours lab, Difference difference, float acrossSpread, float alongSpread, float misfit) {
    /** Above this cost a pixel is surely not background, in whatever light. */
    static final float FOREIGN = 6;
    /** Below this cost it surely is, in full light. */
    static final float PLAIN = 2;
    /** Sky light and light from the product tint a shadow: this much colour for each step of darkness is still one. */
    private static final float TINT = 0.09f;
    /** Shadows that leave less light than this (as a cube root, so 6% of it) are rare; black things are not. */
    private static final float DARKEST = 0.4f;

    float lit(int i) {
        float across = difference.across().v()[i] / acrossSpread;
        float along = difference.along().v()[i] / alongSpread;
        return 0.25f * (across * across + along * along);
    }

    float shaded(int i) {
        float along = difference.along().v()[i];
        if (along >= 0) {
            return Float.MAX_VALUE;
        }
        float light = lab.first().v()[i] / (lab.first().v()[i] - along);
        float tint = difference.across().v()[i] / (acrossSpread - TINT * along);
        return 0.3f + 0.5f * tint * tint + 12 * Math.max(0, DARKEST - light);
    }

    float cost(int i) {
        return Math.min(lit(i), shaded(i));
    }

    boolean foreign(int i) {
        return cost(i) > FOREIGN;
    }

    boolean plain(int i) {
        return lit(i) < PLAIN;
    }

    boolean onBorder(int i) {
        int w = lab.width();
        int x = i % w;
        int y = i / w;
        return x == 0 || y == 0 || x == w - 1 || y == lab.height() - 1;
    }
}
