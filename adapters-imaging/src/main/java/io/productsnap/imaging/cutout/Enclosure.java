package io.productsnap.imaging.cutout;

/**
 * How far each pixel is surrounded by what is surely product: the share of sixteen directions in which one meets product before lit background.
 * A black tyre around a yellow hub has a shadow's colour, but product on nearly all sides; a shadow lies open to the table.
 */
final class Enclosure {
    private static final int[][] DIRECTIONS = {
        {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1},
        {2, 1}, {-2, -1}, {1, 2}, {-1, -2}, {2, -1}, {-2, 1}, {1, -2}, {-1, 2}
    };
    private static final byte UNSURE = 0;
    private static final byte BACKGROUND = 1;
    private static final byte PRODUCT = 2;
    /** Of a pixel and its neighbours: single ones are noise. */
    private static final float MAJORITY = 0.6f;

    private Enclosure() {}

    static float[] of(Likeness likeness) {
        byte[] kind = kinds(likeness);
        float[] share = new float[kind.length];
        for (int[] direction : DIRECTIONS) {
            look(kind, likeness.lab().width(), direction[0], direction[1], share);
        }
        return share;
    }

    private static byte[] kinds(Likeness likeness) {
        Plane product = Plane.of(likeness.lab().width(), likeness.lab().height());
        Plane background = Plane.of(likeness.lab().width(), likeness.lab().height());
        for (int i = 0; i < product.size(); i++) {
            product.v()[i] = likeness.foreign(i) ? 1 : 0;
            background.v()[i] = likeness.plain(i) ? 1 : 0;
        }
        product = Window.mean(product, 1);
        background = Window.mean(background, 1);
        byte[] kind = new byte[product.size()];
        for (int i = 0; i < kind.length; i++) {
            kind[i] = product.v()[i] > MAJORITY ? PRODUCT : background.v()[i] > MAJORITY ? BACKGROUND : UNSURE;
        }
        return kind;
    }

    /** One pass per direction, from the far side: what a pixel sees is its neighbour, or what that one sees. */
    private static void look(byte[] kind, int width, int dx, int dy, float[] share) {
        int height = kind.length / width;
        byte[] seen = new byte[kind.length];
        for (int row = 0; row < height; row++) {
            int y = dy > 0 ? height - 1 - row : row;
            for (int column = 0; column < width; column++) {
                int x = dx > 0 ? width - 1 - column : column;
                int i = y * width + x;
                boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
                int next = i + dy * width + dx;
                seen[i] = !inside ? BACKGROUND : kind[next] == UNSURE ? seen[next] : kind[next];
                if (seen[i] == PRODUCT) {
                    share[i] += 1f / DIRECTIONS.length;
                }
            }
        }
    }
}
