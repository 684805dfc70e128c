package io.productsnap.imaging.cutout;

/** Three planes of one size: red, green and blue in 0..1 as sRGB stores them, or L, a and b. */
public record Colours(Plane first, Plane second, Plane third) {

    static Colours of(int width, int height) {
        return new Colours(Plane.of(width, height), Plane.of(width, height), Plane.of(width, height));
    }

    int width() {
        return first.width();
    }

    int height() {
        return first.height();
    }

    /** As far as the eye tells two pixels apart, when these are L, a and b. */
    float distance(int i, int j) {
        float l = first.v()[i] - first.v()[j];
        float a = second.v()[i] - second.v()[j];
        float b = third.v()[i] - third.v()[j];
        return (float) Math.sqrt(l * l + a * a + b * b);
    }
}
