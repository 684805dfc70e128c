package io.productsnap.imaging.cutout;

/**
 * How unlike the background each pixel is, as a cost of calling it background: about half the square of its distance in standard deviations.
 * Lit background and background in shadow are judged apart.
 *
 * @param acrossSpread how far the background itself strays in colour, and
 * @param alongSpread in brightness
 * @param misfit how badly the model fits the border: above some Lab, the background is not plain
 * @param darkest how much light, as a cube root, the shadows of this photo leave at least; 0 when that is not known yet
 */
record Likeness(
        Colours lab, Difference difference, float acrossSpread, float alongSpread, float misfit, float darkest) {
    /** Above this cost a pixel is surely not background, in whatever light. */
    static final float FOREIGN = 6;
    /** Below this cost it surely is, in full light. */
    static final float PLAIN = 2;
    /** Sky light and light from the product tint a shadow: this much colour for each step of darkness is still one. */
    private static final float TINT = 0.09f;
    /** That it is a shadow needs a little more faith than that it is lit. */
    private static final float FAITH = 0.3f;
    /** The price of being darker than the shadows are. */
    private static final float TOO_DARK = 30;

    /** The same, once the depth of this photo's shadows is known. */
    Likeness withShadowsDownTo(float light) {
        return new Likeness(lab, difference, acrossSpread, alongSpread, misfit, light);
    }

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
        float tint = difference.across().v()[i] / (acrossSpread - TINT * along);
        return FAITH + 0.5f * tint * tint + TOO_DARK * Math.max(0, darkest - light(i));
    }

    /** The cube root of how much of the light is left here, if this is a shadow. */
    float light(int i) {
        float lightness = lab.first().v()[i];
        return lightness / (lightness - difference.along().v()[i]);
    }

    float cost(int i) {
        return Math.min(lit(i), shaded(i));
    }

    /** Of every pixel. */
    float[] costs() {
        float[] costs = new float[difference.along().size()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = cost(i);
        }
        return costs;
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
