package io.productsnap.imaging.studio;

/**
 * The word across the middle of the shots of a free plan, light with a dark outline, so that it shows on any product. The letters are
 * lines and arcs of our own, drawn by the distance of each pixel from them: a server may have no font, and Java's text needs one.
 */
final class Watermark {
    /** Of the canvas; turned, it ends far from the 5% at each edge that stay free. */
    private static final double LENGTH = 0.74;

    private static final double TURN = Math.toRadians(-20);
    private static final double STROKE = 0.085; // half the width of a line, in heights of an x
    private static final double OUTLINE = 0.03;
    private static final float LIGHT = 0.42f;
    private static final float DARK = 0.34f;

    private Watermark() {}

    /** Onto a square picture of packed red, green and blue. */
    static void on(int[] rgb, int side) {
        Letters letters = Letters.productSnap();
        double unit = LENGTH * side / letters.length();
        float[] distance = letters.distances(side, unit, TURN);
        for (int i = 0; i < rgb.length; i++) {
            if (distance[i] < Float.MAX_VALUE) {
                double inside = cover(STROKE * unit - distance[i]);
                double line = cover((STROKE + OUTLINE) * unit - distance[i]) - inside;
                rgb[i] = mixed(mixed(rgb[i], 255, LIGHT * inside), 40, DARK * line);
            }
        }
    }

    /** How much of a pixel lies on the inner side of an edge that is so far away. */
    private static double cover(double pixelsInside) {
        return Math.max(0, Math.min(1, pixelsInside + 0.5));
    }

    private static int mixed(int rgb, int grey, double share) {
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int was = rgb >> shift & 0xFF;
            out |= (int) Math.round(was + share * (grey - was)) << shift;
        }
        return out;
    }
}
