package io.productsnap.imaging.cutout;

/**
 * A product without its background. Colours and coverage are drawn at {@code scale} of the photo and cover {@code region} of it.
 *
 * @param region where in the photo it was
 * @param scale pixels here per pixel of the photo
 * @param rgb red, green and blue in 0..1, the product's own even where the photo mixed it with the background
 * @param alpha how much of each pixel is product, 0..1
 */
public record Product(Region region, double scale, Colours rgb, Plane alpha) {

    /** How much of the photo's pixel is product, 0..1. */
    public float coverage(int x, int y) {
        if (x < region.x() || y < region.y() || x >= region.x() + region.width() || y >= region.y() + region.height()) {
            return 0;
        }
        int column = (int) ((x - region.x() + 0.5) * alpha.width() / region.width());
        int row = (int) ((y - region.y() + 0.5) * alpha.height() / region.height());
        return alpha.near(column, row);
    }
}
