package io.productsnap.imaging.cutout;

/**
 * Soft edges without a halo. Along the boundary a camera mixes product and background; with the background known (it is continued from
 * outside) and the product's colour known (continued from inside) the share of each follows, and the background's part is taken out.
 */
final class Matting {
    /** Below this difference of product and background (0..1) the colours say little and the mask decides. */
    private static final float TELLING = 0.07f;

    /** Noise looks like a small share of the other side; what is nearly all or nothing is all or nothing. */
    private static final float GRAIN = 0.06f;
    /** What a pixel near the edge counts for the product's colour: enough where a part is so thin that it has no others. */
    private static final float THIN = 0.03f;

    private final Colours photo;
    private final Plane soft;
    private final Plane inside;
    private final Plane outside;
    private final boolean[] mixed;

    /**
     * @param mask how much of each pixel the coarse decision gave to the product, 0..1
     * @param reach how far from the boundary pixels may be mixed
     */
    Matting(Colours photo, Plane mask, int reach) {
        this.photo = photo;
        this.soft = Window.mean(mask, Math.max(1, reach / 2));
        Plane around = Window.mean(mask, reach);
        this.inside = Plane.of(mask.width(), mask.height());
        this.outside = Plane.of(mask.width(), mask.height());
        this.mixed = new boolean[mask.size()];
        for (int i = 0; i < mask.size(); i++) {
            float share = around.v()[i];
            inside.v()[i] = share > 0.999f ? 1 : mask.v()[i] > 0.5f ? THIN * share * share : 0;
            outside.v()[i] = share < 0.001f ? 1 : 0;
            mixed[i] = inside.v()[i] < 1 && outside.v()[i] < 1;
        }
    }

    Matte solve() {
        Colours product = continued(inside);
        Colours background = continued(outside);
        Plane alpha = Plane.of(soft.width(), soft.height());
        for (int i = 0; i < alpha.size(); i++) {
            if (outside.v()[i] == 1) {
                alpha.v()[i] = 0;
            } else if (inside.v()[i] == 1) {
                alpha.v()[i] = 1;
            } else {
                alpha.v()[i] = share(i, product, background);
            }
        }
        for (int i = 0; i < alpha.size(); i++) {
            if (mixed[i]) {
                unmix(i, alpha.v()[i], product, background);
            }
        }
        return new Matte(product, alpha);
    }

    private Colours continued(Plane known) {
        return new Colours(
                FillIn.of(photo.first(), known, mixed),
                FillIn.of(photo.second(), known, mixed),
                FillIn.of(photo.third(), known, mixed));
    }

    private float share(int i, Colours product, Colours background) {
        float fr = product.first().v()[i] - background.first().v()[i];
        float fg = product.second().v()[i] - background.second().v()[i];
        float fb = product.third().v()[i] - background.third().v()[i];
        float ir = calm(photo.first(), i) - background.first().v()[i];
        float ig = calm(photo.second(), i) - background.second().v()[i];
        float ib = calm(photo.third(), i) - background.third().v()[i];
        float contrast = fr * fr + fg * fg + fb * fb;
        float byColour = clamp((ir * fr + ig * fg + ib * fb) / Math.max(1e-6f, contrast));
        float telling = contrast / (contrast + TELLING * TELLING);
        float byMask = clamp(1.6f * (soft.v()[i] - 0.5f) + 0.5f);
        float share = telling * byColour + (1 - telling) * byMask;
        return clamp((share - GRAIN) / (1 - 2 * GRAIN));
    }

    /** Without its grain: what is judged by it would be as grainy, and an outline ragged. */
    private static float calm(Plane plane, int i) {
        int x = i % plane.width();
        int y = i / plane.width();
        float sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            sum += plane.near(x - 1, y + dy) + plane.near(x, y + dy) + plane.near(x + 1, y + dy);
        }
        return sum / 9;
    }

    /** The product's own colour in a mixed pixel; where it has little share, the colour continued from inside is the better guess. */
    private void unmix(int i, float alpha, Colours product, Colours background) {
        float trust = alpha * alpha;
        unmix(i, alpha, trust, photo.first(), product.first(), background.first());
        unmix(i, alpha, trust, photo.second(), product.second(), background.second());
        unmix(i, alpha, trust, photo.third(), product.third(), background.third());
    }

    private static void unmix(int i, float alpha, float trust, Plane photo, Plane product, Plane background) {
        float own = clamp((photo.v()[i] - (1 - alpha) * background.v()[i]) / Math.max(0.1f, alpha));
        product.v()[i] = trust * own + (1 - trust) * product.v()[i];
    }

    private static float clamp(float v) {
        return Math.min(1, Math.max(0, v));
    }
}
