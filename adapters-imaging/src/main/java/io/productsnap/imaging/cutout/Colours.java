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
}
