package io.productsnap.imaging.studio;

import io.productsnap.imaging.cutout.Colours;
import io.productsnap.imaging.cutout.Plane;
import io.productsnap.imaging.cutout.Product;

/** A square shot in the making: the product in its place, its background white. */
final class Canvas {
    /** Less of a product than this is noise of the edge, and white must be white. */
    private static final float NOTHING = 0.02f;

    private final int side;
    private final Plane alpha;
    private final Colours light;

    private Canvas(int side, Plane alpha, Colours light) {
        this.side = side;
        this.alpha = alpha;
        this.light = light;
    }

    static Canvas of(Product product, int side) {
        Placement place = Placement.centred(box(product.alpha()), side);
        Colours rgb = product.rgb();
        return new Canvas(
                side,
                Resampling.onto(side, product.alpha(), place),
                new Colours(
                        Resampling.onto(side, covered(rgb.first(), product.alpha()), place),
                        Resampling.onto(side, covered(rgb.second(), product.alpha()), place),
                        Resampling.onto(side, covered(rgb.third(), product.alpha()), place)));
    }

    Plane alpha() {
        return alpha;
    }

    /** Packed red, green and blue. */
    int[] onWhite() {
        return pixels(Plane.of(side, side));
    }

    int[] onShadow() {
        return pixels(DropShadow.of(alpha));
    }

    private int[] pixels(Plane shade) {
        int[] rgb = new int[side * side];
        for (int i = 0; i < rgb.length; i++) {
            float cover = alpha.v()[i] < NOTHING ? 0 : Math.min(1, alpha.v()[i]);
            float ground = (1 - cover) * (1 - shade.v()[i]);
            float share = cover == 0 ? 0 : 1;
            rgb[i] = level(share * light.first().v()[i] + ground) << 16
                    | level(share * light.second().v()[i] + ground) << 8
                    | level(share * light.third().v()[i] + ground);
        }
        return rgb;
    }

    private static int level(float v) {
        return Math.round(255 * Math.max(0, Math.min(1, v)));
    }

    private static Plane covered(Plane colour, Plane alpha) {
        float[] out = new float[colour.v().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = colour.v()[i] * alpha.v()[i];
        }
        return new Plane(colour.width(), colour.height(), out);
    }

    private static Placement.Box box(Plane alpha) {
        int left = alpha.width();
        int top = alpha.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < alpha.height(); y++) {
            for (int x = 0; x < alpha.width(); x++) {
                if (alpha.v()[y * alpha.width() + x] > 0.1f) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Placement.Box(left, top, right, bottom);
    }
}
