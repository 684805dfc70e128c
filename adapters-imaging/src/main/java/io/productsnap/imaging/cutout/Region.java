package io.productsnap.imaging.cutout;

/** A rectangle of pixels in a photo. */
public record Region(int x, int y, int width, int height) {

    static Region all(int width, int height) {
        return new Region(0, 0, width, height);
    }

    public int longestSide() {
        return Math.max(width, height);
    }

    Region times(double factor) {
        int left = (int) (x * factor);
        int top = (int) (y * factor);
        return new Region(
                left, top, (int) Math.ceil((x + width) * factor) - left, (int) Math.ceil((y + height) * factor) - top);
    }

    Region grown(int by, int limitWidth, int limitHeight) {
        int left = Math.max(0, x - by);
        int top = Math.max(0, y - by);
        return new Region(
                left, top, Math.min(limitWidth, x + width + by) - left, Math.min(limitHeight, y + height + by) - top);
    }
}
