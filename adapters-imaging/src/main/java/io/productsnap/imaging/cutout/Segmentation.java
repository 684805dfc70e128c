package io.productsnap.imaging.cutout;

/**
 * Which pixels are product. Each pixel leans to one side by its likeness to the background, by what surrounds it and by whose colour it has; a
 * least cut settles it so that the outline runs along edges of the photo. More than once, since each answer teaches the product's colours.
 */
final class Segmentation {
    private static final int ROUNDS = 3;
    /** A pixel that leans neither way costs this much as background. */
    private static final float EVEN = 2;

    private static final float CERTAIN = 8;
    /** Parts smaller than this share of the largest are crumbs of noise. */
    private static final float CRUMB = 0.03f;

    private final Likeness likeness;
    private final Plane roughness;
    private final float[] enclosure;
    private boolean[] mask;

    private Segmentation(Colours lab) {
        likeness = Backdrop.of(lab);
        enclosure = Enclosure.of(likeness);
        roughness = Roughness.of(lab.first());
        mask = new boolean[enclosure.length];
    }

    static Silhouette of(Colours rgb) {
        Colours lab = Noise.removed(Lab.of(rgb));
        Segmentation segmentation = new Segmentation(lab);
        Edges edges = new Edges(lab);
        for (int round = 0; round < ROUNDS; round++) {
            segmentation.mask = edges.cut(segmentation.leanings(round == 0));
        }
        int width = lab.width();
        return new Silhouette(width, Islands.large(segmentation.mask, width, CRUMB), segmentation.likeness);
    }

    /** Positive: rather product. */
    private float[] leanings(boolean first) {
        boolean[] product = new boolean[mask.length];
        boolean[] background = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            boolean foreign = likeness.foreign(i);
            product[i] = first ? foreign : mask[i] && (foreign || enclosure[i] > 0.65f);
            background[i] = likeness.cost(i) < 1.5f && !mask[i];
        }
        ColourOdds odds = new ColourOdds(likeness.lab(), product, background);
        float[] lean = new float[mask.length];
        for (int i = 0; i < lean.length; i++) {
            lean[i] = leaning(i, odds);
        }
        return lean;
    }

    private float leaning(int i, ColourOdds odds) {
        if (likeness.plain(i) && likeness.onBorder(i)) {
            return -50;
        }
        float dark = between(0, 1, -likeness.difference().along().v()[i] / 15 - 0.33f);
        return Math.min(CERTAIN, likeness.cost(i))
                - EVEN
                + between(-3, 1.5f, odds.at(i))
                + between(0, 3, 0.7f * (roughness.v()[i] - 2))
                + dark * Math.max(0, 5 * (enclosure[i] - 0.4f));
    }

    private static float between(float least, float most, float v) {
        return Math.max(least, Math.min(most, v));
    }
}
