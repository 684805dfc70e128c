package io.productsnap.imaging.studio;

/**
 * Where a picture's pixels go on the square canvas: {@code canvas = offset + scale × picture}, in pixel corners.
 */
record Placement(double scale, double offsetX, double offsetY) {
    /** What shops ask for: the product fills 84% of the longer side. */
    private static final double MARGIN = 0.08;
    /** Beyond this an enlarged photo looks it; the product is shown smaller then, margins still even. */
    private static final double MOST_ENLARGED = 3;

    /** The middle of the box comes to the middle of the canvas. */
    static Placement centred(Box box, int side) {
        double fitting = side * (1 - 2 * MARGIN) / Math.max(box.width(), box.height());
        double scale = Math.min(MOST_ENLARGED, fitting);
        return new Placement(
                scale,
                side / 2.0 - scale * (box.left() + box.width() / 2.0),
                side / 2.0 - scale * (box.top() + box.height() / 2.0));
    }

    /** @param left the first column with product, and so on; right and bottom beyond the last */
    record Box(int left, int top, int right, int bottom) {
        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }
    }
}
