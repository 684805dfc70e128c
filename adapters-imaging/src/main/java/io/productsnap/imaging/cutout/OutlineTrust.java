package io.productsnap.imaging.cutout;

/**
 * How far an outline can be believed: the share of it that runs along edges of the photo, times the share that it has of all clear edges. A
 * white box on white paper loses twice: its outline cuts across plain faces, and the box's own edges stay outside.
 */
final class OutlineTrust {
    /** Between the two sides of an outline, in Lab: more than a change of light makes on one thing in so short a way. */
    private static final float CONTRAST = 5;
    /** Across one pixel, in Lab: an edge that everybody sees. */
    private static final float CLEAR = 8;
    /** The two sides are compared so far from the outline: a camera's blur is narrower. */
    private static final int BESIDE = 2;
    /** Edges so near to the outline are the outline's own. */
    private static final int OWN = 5;

    /** Of a pixel and its eight neighbours: three make a line. */
    private static final float SPECK = 0.3f;

    private final boolean[] in;
    private final Colours lab;
    private final int width;
    private final int height;
    private int outline;
    private int supported;

    private OutlineTrust(Silhouette shape) {
        this.in = shape.in();
        this.lab = shape.likeness().lab();
        this.width = shape.width();
        this.height = shape.height();
    }

    /** 0..1. */
    static float of(Silhouette shape) {
        OutlineTrust trust = new OutlineTrust(shape);
        trust.followOutline();
        float alongEdges = (float) trust.supported / Math.max(1, trust.outline);
        return alongEdges * trust.supported / Math.max(1, trust.supported + trust.leftOutside());
    }

    private void followOutline() {
        for (int y = BESIDE; y < height - BESIDE - 1; y++) {
            for (int x = BESIDE; x < width - BESIDE - 1; x++) {
                follow(y * width + x, 1);
                follow(y * width + x, width);
            }
        }
    }

    private void follow(int i, int step) {
        if (in[i] != in[i + step]) {
            outline++;
            supported += lab.distance(i - BESIDE * step, i + (BESIDE + 1) * step) > CONTRAST ? 1 : 0;
        }
    }

    /** Without those that run to the border of the photo, as where a table meets a wall, and without specks of noise. */
    private int leftOutside() {
        boolean[] clear = clearOutside();
        boolean[] running = Islands.reachedFromBorder(clear, width);
        Plane around = Window.mean(Plane.of(clear, width), 1);
        int count = 0;
        for (int i = 0; i < clear.length; i++) {
            count += clear[i] && !running[i] && around.v()[i] > SPECK ? 1 : 0;
        }
        return count;
    }

    private boolean[] clearOutside() {
        Plane near = Window.mean(Plane.of(in, width), OWN);
        boolean[] clear = new boolean[in.length];
        for (int y = 0; y < height; y++) {
            int up = y > 0 ? width : 0;
            int down = y < height - 1 ? width : 0;
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                boolean edge = lab.distance(i - Math.min(1, x), i + Math.min(1, width - 1 - x)) > CLEAR
                        || lab.distance(i - up, i + down) > CLEAR;
                clear[i] = edge && near.v()[i] < 1e-4f;
            }
        }
        return clear;
    }
}
