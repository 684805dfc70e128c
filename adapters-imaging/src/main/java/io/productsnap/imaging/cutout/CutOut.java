package io.productsnap.imaging.cutout;

import io.productsnap.imaging.decode.Photo;

/**
 * Finds the product: decides on a small copy, where noise and texture are small too, and draws the edges at full size. Safe for
 * threads.
 */
public final class CutOut {
    /** Where the decision is made: fine enough for a whisk's wires, coarse enough for a second of work. */
    private static final int DECISION_SIDE = 992;

    private final int enough;

    /**
     * @param enough the longest side that the product will be shown at: edges need not be finer
     * @throws IllegalStateException when this machine cannot run the network
     */
    public CutOut(int enough) {
        this.enough = enough;
        // Now, so that it is the start that fails where it cannot run, and not the first photo.
        SaliencyNetwork.shared();
    }

    public Cut of(Photo photo) {
        return Transparency.of(photo, enough).<Cut>map(Cut.Found::new).orElseGet(() -> find(photo.onWhite()));
    }

    private Cut find(Photo photo) {
        double shrink = Math.min(1, (double) DECISION_SIDE / photo.longestSide());
        Silhouette shape = Segmentation.of(AreaScale.of(photo, Region.all(photo.width(), photo.height()), shrink));
        return Doubt.about(shape)
                .<Cut>map(Cut.None::new)
                .orElseGet(() -> new Cut.Found(new Refinement(photo, shape).product(enough)));
    }
}
