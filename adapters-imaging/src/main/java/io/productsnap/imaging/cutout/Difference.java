package io.productsnap.imaging.cutout;

/**
 * How far each pixel is from the background, in two parts: {@code across}, a change of colour, which light alone does not make; and {@code
 * along}, a change of brightness, which a shadow makes (negative) as well as a product. In Lab.
 */
record Difference(Plane across, Plane along) {

    static Difference none(int width, int height) {
        return new Difference(
                Plane.of(width, height).filled(Float.MAX_VALUE),
                Plane.of(width, height).filled(Float.MAX_VALUE));
    }

    /** Keeps the smaller one: where two backgrounds meet, a pixel belongs to either. */
    void least(int i, Colours lab, float l, float a, float b) {
        float length = (float) Math.sqrt(l * l + a * a + b * b);
        float dl = lab.first().v()[i] - l;
        float da = lab.second().v()[i] - a;
        float db = lab.third().v()[i] - b;
        float newAlong = (dl * l + da * a + db * b) / Math.max(1, length);
        float newAcross = (float) Math.sqrt(Math.max(0, dl * dl + da * da + db * db - newAlong * newAlong));
        if (weight(newAcross, newAlong) < weight(across.v()[i], along.v()[i])) {
            across.v()[i] = newAcross;
            along.v()[i] = newAlong;
        }
    }

    private static float weight(float across, float along) {
        return across * across + 0.25f * along * along;
    }
}
