package io.productsnap.imaging.cutout;

/**
 * Which pixels are product. Each pixel leans to one side by what the network says, by its likeness to the background and by whose colour it has;
 * a least cut settles it so that the outline runs along edges of the photo. More than once, since each answer teaches the product's colours.
 */
final class Segmentation {
    private static final int ROUNDS = 3;
    /** A round that changes less than this share of the photo was the last. */
    private static final float SETTLED = 0.0005f;
    /** A pixel that leans neither way costs this much as background. */
    private static final float EVEN = 2;

    private static final float CERTAIN = 8;
    /** Parts smaller than this share of the largest are crumbs of noise. */
    private static final float CRUMB = 0.03f;

    private final Likeness likeness;
    private final float[] cost;
    private final Saliency saliency;
    private final boolean[] gap;
    private final Plane roughness;
    private boolean[] mask;

    private Segmentation(Colours lab, Saliency saliency) {
        this.likeness = Backdrop.of(lab);
        this.cost = likeness.costs();
        this.saliency = saliency;
        gap = Gaps.of(likeness, saliency);
        roughness = Roughness.of(lab.first());
        mask = new boolean[gap.length];
    }

    static Silhouette of(Colours rgb) {
        Colours lab = Noise.removed(Lab.of(rgb));
        Segmentation segmentation = new Segmentation(lab, Saliency.of(rgb));
        Edges edges = new Edges(lab);
        boolean settled = false;
        for (int round = 0; round < ROUNDS && !settled; round++) {
            settled = segmentation.isSettledBy(edges.cut(segmentation.leanings(round == 0)));
        }
        int width = lab.width();
        return new Silhouette(
                width, Islands.large(segmentation.mask, width, CRUMB), segmentation.likeness, segmentation.saliency);
    }

    private boolean isSettledBy(boolean[] next) {
        int changed = 0;
        for (int i = 0; i < next.length; i++) {
            changed += next[i] == mask[i] ? 0 : 1;
        }
        mask = next;
        return changed < SETTLED * next.length;
    }

    /** Positive: rather product. */
    private float[] leanings(boolean first) {
        boolean[] product = new boolean[mask.length];
        boolean[] background = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            boolean foreign = cost[i] > Likeness.FOREIGN;
            product[i] = first ? foreign : mask[i] && (foreign || (saliency.takes(i) && !gap[i]));
            background[i] = cost[i] < 1.5f && !mask[i];
        }
        ColourOdds odds = new ColourOdds(likeness.lab(), product, background);
        float[] lean = new float[mask.length];
        for (int i = 0; i < lean.length; i++) {
            lean[i] = leaning(i, odds);
        }
        return lean;
    }

    private float leaning(int i, ColourOdds odds) {
        if (likeness.onBorder(i) && likeness.plain(i)) {
            return -50;
        }
        float byColour = Math.min(CERTAIN, cost[i]) - EVEN + between(-3, 1.5f, odds.at(i));
        return gap[i]
                ? byColour
                : byColour + saliency.vote(i) + between(0, 3, 0.7f * (roughness.v()[i] - 2));
    }

    private static float between(float least, float most, float v) {
        return Math.max(least, Math.min(most, v));
    }
}
