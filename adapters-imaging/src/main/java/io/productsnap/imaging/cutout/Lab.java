package io.productsnap.imaging.cutout;

/**
 * CIE L*a*b* (D65), with L raised by 16. In these numbers a shadow is a multiple of the lit colour: light times k is the vector times the
 * cube root of k. So the part of a difference along the background's own vector may be shadow, the part across it is another colour.
 */
final class Lab {
    private static final int STEPS = 4096;
    private static final float[] LINEAR = new float[STEPS + 1];
    private static final float[] ROOT = new float[STEPS + 1];
    static final float RAISE = 16;

    static {
        for (int i = 0; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            LINEAR[i] = (float) (t <= 0.04045 ? t / 12.92 : Math.pow((t + 0.055) / 1.055, 2.4));
            // the square spreads the steps to where the root is steep
            double u = t * t;
            ROOT[i] = (float) (u > 216.0 / 24389 ? Math.cbrt(u) : (24389.0 / 27 * u + 16) / 116);
        }
    }

    private Lab() {}

    static Colours of(Colours rgb) {
        Colours lab = Colours.of(rgb.width(), rgb.height());
        for (int i = 0; i < rgb.first().size(); i++) {
            float r = linear(rgb.first().v()[i]);
            float g = linear(rgb.second().v()[i]);
            float b = linear(rgb.third().v()[i]);
            float x = root((0.4124f * r + 0.3576f * g + 0.1805f * b) / 0.9505f);
            float y = root(0.2126f * r + 0.7152f * g + 0.0722f * b);
            float z = root((0.0193f * r + 0.1192f * g + 0.9505f * b) / 1.089f);
            lab.first().v()[i] = 116 * y;
            lab.second().v()[i] = 500 * (x - y);
            lab.third().v()[i] = 200 * (y - z);
        }
        return lab;
    }

    private static float linear(float stored) {
        return LINEAR[(int) (Math.min(1, Math.max(0, stored)) * STEPS + 0.5f)];
    }

    private static float root(float light) {
        return ROOT[(int) (Math.sqrt(Math.min(1, Math.max(0, light))) * STEPS + 0.5)];
    }
}
