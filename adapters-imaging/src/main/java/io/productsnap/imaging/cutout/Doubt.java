package io.productsnap.imaging.cutout;

import java.util.Optional;

/** Whether a shape deserves to be shown: no picture at all is better than half a product. */
final class Doubt {
    private static final String AGAIN =
            " Please try again with the whole product in the picture, on a plain background.";
    private static final String CONTRAST = "We could not tell the product from the background in this photo. Please try"
            + " again on a plain background of a clearly different colour, in even light.";
    private static final float SMALLEST = 0.002f;
    private static final float LARGEST = 0.9f;
    /** A product that is cut off at one side is what the seller chose; one that fills most of the border is none. */
    private static final float MOST_OF_BORDER = 0.4f;
    /** In Lab; a wooden table with strong grain has about 4. */
    private static final float BUSIEST = 6.5f;
    /** Scenes that went wrong had at most 0.38; a hard shadow, whose edges are left outside as well, has 0.52. */
    private static final float LEAST_TRUST = 0.45f;

    private Doubt() {}

    /** Why there is nothing to show, if so: a sentence that tells the seller what to do. */
    static Optional<String> about(Silhouette shape) {
        if (shape.likeness().misfit() > BUSIEST) {
            return Optional.of("The background of this photo is too busy to find the product." + AGAIN);
        }
        float area = shape.area();
        if (area < SMALLEST) {
            return Optional.of("We could not find a product in this photo." + AGAIN);
        }
        if (area > LARGEST || shape.onBorder() > MOST_OF_BORDER) {
            return Optional.of("The product seems to reach beyond the photo." + AGAIN);
        }
        return OutlineTrust.of(shape) < LEAST_TRUST ? Optional.of(CONTRAST) : Optional.empty();
    }
}
