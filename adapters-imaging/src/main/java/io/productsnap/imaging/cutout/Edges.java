package io.productsnap.imaging.cutout;

/** What it costs to part neighbours: much where they are alike, nearly nothing across an edge (Boykov and Jolly, 2001). */
final class Edges {
    private static final float PRICE = 7;
    /** Of any outline, so that a short one is better than a ragged one. */
    private static final float LENGTH = 0.05f;
    /** Differences up to this, in Lab, are no edge however smooth the photo. */
    private static final float FAINT = 1.5f;

    private static final int[] DIRECTION = {0, 2, 4, 6};
    private static final int[] DX = {1, 0, 1, 1};
    private static final int[] DY = {0, 1, 1, -1};

    private final Colours lab;
    private final float steepness;

    Edges(Colours lab) {
        this.lab = lab;
        double sum = 0;
        int w = lab.width();
        int n = w * (lab.height() - 1);
        for (int i = 0; i < n; i++) {
            sum += difference(i, i + w);
        }
        steepness = (float) (1 / (2 * Math.max(sum / n, FAINT * FAINT)));
    }

    /** @param lean per pixel; positive ones rather come out true */
    boolean[] cut(float[] lean) {
        int w = lab.width();
        int h = lab.height();
        MinCut cut = new MinCut(w, h);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                cut.lean(x, y, lean[i]);
                for (int d = 0; d < DIRECTION.length; d++) {
                    int toX = x + DX[d];
                    int toY = y + DY[d];
                    if (toX < w && toY < h && toY >= 0) {
                        float far = d < 2 ? 1 : 1.414f;
                        float alike = (float) Math.exp(-steepness * difference(i, toY * w + toX));
                        cut.join(x, y, DIRECTION[d], PRICE * alike / far + LENGTH);
                    }
                }
            }
        }
        return cut.solve();
    }

    /** Squared; lightness counts half, since light and shadow change it within one thing. */
    private float difference(int i, int j) {
        float l = lab.first().v()[i] - lab.first().v()[j];
        float a = lab.second().v()[i] - lab.second().v()[j];
        float b = lab.third().v()[i] - lab.third().v()[j];
        return 0.5f * l * l + a * a + b * b;
    }
}
