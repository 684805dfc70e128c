package io.productsnap.imaging.studio;

import io.productsnap.imaging.cutout.Plane;

/**
 * A soft shadow as from a large lamp above: dark and narrow where the product stands, wide and faint around it. Worked out small,
 * since it has no detail.
 */
final class DropShadow {
    private static final int SHRINK = 8;
    private static final float AROUND = 0.16f;
    private static final float BELOW = 0.38f;
    /** The part of the canvas at each edge that stays white whatever the product. */
    private static final float WHITE_FRAME = 0.02f;

    private DropShadow() {}

    /** How dark each pixel of the canvas is, 0 = white. */
    static Plane of(Plane alpha) {
        int side = alpha.width() / SHRINK;
        Plane small = alpha.shrunk(side, side);
        Plane around = moved(small, side / 60).softened(side / 40);
        Plane below = foot(small).softened(side / 90);
        float[] shade = new float[side * side];
        for (int i = 0; i < shade.length; i++) {
            float dark = AROUND * around.v()[i] + BELOW * below.v()[i];
            shade[i] = dark * frame(i % side, side) * frame(i / side, side);
        }
        return new Plane(side, side, shade).enlarged(alpha.width(), alpha.height());
    }

    /** The product's lowest pixels in each column, flattened towards its base: where it touches the ground. */
    private static Plane foot(Plane small) {
        int side = small.width();
        int base = side - 1;
        while (base > 0 && emptyRow(small, base)) {
            base--;
        }
        int thick = Math.max(1, side / 100);
        float[] out = new float[side * side];
        for (int x = 0; x < side; x++) {
            int lowest = base;
            while (lowest > 0 && small.v()[lowest * side + x] < 0.5f) {
                lowest--;
            }
            // what hangs far above the base casts no contact shadow
            float near = Math.max(0, 1 - (base - lowest) / (0.12f * side));
            for (int y = lowest - thick; near > 0 && y <= Math.min(side - 1, lowest + thick); y++) {
                out[Math.max(0, y) * side + x] = near;
            }
        }
        return new Plane(side, side, out);
    }

    private static boolean emptyRow(Plane plane, int y) {
        for (int x = 0; x < plane.width(); x++) {
            if (plane.v()[y * plane.width() + x] > 0.5f) {
                return false;
            }
        }
        return true;
    }

    private static float frame(int at, int side) {
        float fromEdge = Math.min(at, side - 1 - at) / (float) side;
        return Math.max(0, Math.min(1, (fromEdge - WHITE_FRAME) / WHITE_FRAME));
    }

    private static Plane moved(Plane in, int down) {
        float[] out = new float[in.v().length];
        System.arraycopy(in.v(), 0, out, down * in.width(), out.length - down * in.width());
        return new Plane(in.width(), in.height(), out);
    }
}
