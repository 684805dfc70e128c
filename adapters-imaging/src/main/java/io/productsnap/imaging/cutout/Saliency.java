package io.productsnap.imaging.cutout;

/**
 * What of a photo stands out, as a network sees it. It finds a white jug on white paper, which no comparison of colours does; but it is coarse,
 * so that wires run together, and says how far it hesitates.
 *
 * @param at for each pixel, 0..1
 * @param hesitation how wide the zone is between what it takes and what it leaves, in the network's own pixels
 */
record Saliency(Plane at, float hesitation) {
    /** As wide as this, the zone is as narrow as the network can draw it. */
    private static final float SURE = 1.6f;
    /** As wide as this, the network sees something there, and not its shape. */
    private static final float UNSURE = 2.3f;

    /** At most, for product, and for background. */
    private static final float PRO = 6;

    private static final float CON = 3;
    /** What is left of its vote for product when it is unsure. */
    private static final float LEAST_SAY = 0.4f;

    private static final float CERTAIN = 0.9999f;

    static Saliency of(Colours rgb) {
        Plane seen = SaliencyNetwork.shared().look(rgb);
        return new Saliency(seen.enlarged(rgb.width(), rgb.height()), hesitation(seen));
    }

    boolean takes(int i) {
        return at.v()[i] > 0.5f;
    }

    boolean isUnsure() {
        return hesitation > UNSURE;
    }

    /** How much this pixel leans to product, if positive. It gets less say in what is product the less sure it is. */
    float vote(int i) {
        float share = Math.max(1 - CERTAIN, Math.min(CERTAIN, at.v()[i]));
        return Math.max(-CON, Math.min(PRO * say(), (float) Math.log(share / (1 - share))));
    }

    private float say() {
        float doubt = (hesitation - SURE) / (UNSURE - SURE);
        return Math.max(LEAST_SAY, 1 - (1 - LEAST_SAY) * Math.max(0, doubt));
    }

    private static float hesitation(Plane seen) {
        int w = seen.width();
        int between = 0;
        int outline = 0;
        for (int y = 0; y < seen.height() - 1; y++) {
            for (int x = 0; x < w - 1; x++) {
                int i = y * w + x;
                float here = seen.v()[i];
                between += here > 0.1f && here < 0.9f ? 1 : 0;
                outline += here > 0.5f != seen.v()[i + 1] > 0.5f ? 1 : 0;
                outline += here > 0.5f != seen.v()[i + w] > 0.5f ? 1 : 0;
            }
        }
        return (float) between / Math.max(1, outline);
    }
}
