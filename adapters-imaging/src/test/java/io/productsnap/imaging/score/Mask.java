package io.productsnap.imaging.score;

import io.productsnap.imaging.cutout.Product;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import javax.imageio.ImageIO;

/** Which pixels of a photo are product. */
record Mask(int width, int height, BitSet in) {

    static Mask read(Path png) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        BitSet in = new BitSet();
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            in.set(i, (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFF) > 127);
        }
        return new Mask(image.getWidth(), image.getHeight(), in);
    }

    static Mask of(Product product, int width, int height) {
        BitSet in = new BitSet();
        for (int i = 0; i < width * height; i++) {
            in.set(i, product.coverage(i % width, i / width) > 0.5f);
        }
        return new Mask(width, height, in);
    }

    static Mask nothing(int width, int height) {
        return new Mask(width, height, new BitSet());
    }

    /** Intersection over union: 1 for the same, 0 for nothing in common. */
    double overlap(Mask other) {
        BitSet both = (BitSet) in.clone();
        both.and(other.in);
        BitSet either = (BitSet) in.clone();
        either.or(other.in);
        return either.isEmpty() ? 0 : (double) both.cardinality() / either.cardinality();
    }

    /** Mean distance of the two outlines in pixels, from each to the other. */
    double edgeError(Mask other) {
        BitSet mine = outline();
        BitSet others = other.outline();
        if (mine.isEmpty() || others.isEmpty()) {
            return Double.NaN;
        }
        return (meanDistance(mine, others) + meanDistance(others, mine)) / 2;
    }

    private BitSet outline() {
        BitSet outline = new BitSet();
        for (int i = in.nextSetBit(0); i >= 0; i = in.nextSetBit(i + 1)) {
            int x = i % width;
            int y = i / width;
            boolean inner = x > 0
                    && in.get(i - 1)
                    && x < width - 1
                    && in.get(i + 1)
                    && y > 0
                    && in.get(i - width)
                    && y < height - 1
                    && in.get(i + width);
            outline.set(i, !inner);
        }
        return outline;
    }

    private double meanDistance(BitSet from, BitSet to) {
        float[] distance = distances(to);
        double sum = 0;
        for (int i = from.nextSetBit(0); i >= 0; i = from.nextSetBit(i + 1)) {
            sum += distance[i];
        }
        return sum / from.cardinality();
    }

    /** Chamfer distances, within some percent of the Euclidean ones. */
    private float[] distances(BitSet to) {
        float[] d = new float[width * height];
        for (int i = 0; i < d.length; i++) {
            d[i] = to.get(i) ? 0 : 1e6f;
        }
        for (int i = 0; i < d.length; i++) {
            d[i] = nearest(d, i, -1);
        }
        for (int i = d.length - 1; i >= 0; i--) {
            d[i] = nearest(d, i, 1);
        }
        return d;
    }

    private float nearest(float[] d, int i, int way) {
        int x = i % width;
        float best = d[i];
        for (int dx = -1; dx <= 1; dx++) {
            int j = i + way * width + dx;
            if (x + dx >= 0 && x + dx < width && j >= 0 && j < d.length) {
                best = Math.min(best, d[j] + (dx == 0 ? 0.9555f : 1.3693f));
            }
        }
        int beside = i + way;
        if (x + way >= 0 && x + way < width) {
            best = Math.min(best, d[beside] + 0.9555f);
        }
        return best;
    }
}
