package io.productsnap.imaging.cutout;

import java.util.Optional;

/** The product's shape on the small copy, and whether it deserves to be shown. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Silhouette(int width, boolean[] in, Likeness likeness) {
    private static final String AGAIN =
            " Please try again with the whole product in the picture, on a plain background.";
    private static final float SMALLEST = 0.002f;
    private static final float LARGEST = 0.9f;
    /** A product that is cut off at one side is what the seller chose; one that fills most of the border is none. */
    private static final float MOST_OF_BORDER = 0.4f;
    /** In Lab; a wooden table with strong grain has about 4. */
    private static final float BUSIEST = 6.5f;

    int height() {
        return in.length / width;
    }

    /** Why there is nothing to show, if so. */
    Optional<String> doubt() {
        if (likeness.misfit() > BUSIEST) {
            return Optional.of("The background of this photo is too busy to find the product." + AGAIN);
        }
        float area = area();
        if (area < SMALLEST) {
            return Optional.of("We could not find a product in this photo." + AGAIN);
        }
        if (area > LARGEST || onBorder() > MOST_OF_BORDER) {
            return Optional.of("The product seems to reach beyond the photo." + AGAIN);
        }
        return Optional.empty();
    }

    /** The smallest box around it. */
    Region box() {
        int left = width;
        int right = 0;
        int top = height();
        int bottom = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width + 1);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width + 1);
            }
        }
        return new Region(left, top, right - left, bottom - top);
    }

    private float area() {
        int count = 0;
        for (boolean product : in) {
            count += product ? 1 : 0;
        }
        return (float) count / in.length;
    }

    private float onBorder() {
        int count = 0;
        int all = 0;
        for (int i = 0; i < in.length; i++) {
            if (likeness.onBorder(i)) {
                all++;
                count += in[i] ? 1 : 0;
            }
        }
        return (float) count / all;
    }
}
