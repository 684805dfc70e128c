package io.productsnap.imaging.cutout;

/** Pixels that hang together, by steps to the side, up or down. */
final class Islands {
    private Islands() {}

    /** Those that can be reached from the border of the picture. */
    static boolean[] reachedFromBorder(boolean[] in, int width) {
        int height = in.length / width;
        boolean[] reached = new boolean[in.length];
        int[] pixels = new int[in.length];
        int count = 0;
        for (int i = 0; i < in.length; i++) {
            int x = i % width;
            int y = i / width;
            boolean border = x == 0 || y == 0 || x == width - 1 || y == height - 1;
            count = take(in, reached, pixels, count, i, border);
        }
        spread(in, width, reached, pixels, count);
        return reached;
    }

    /** Without the islands smaller than such a part of the largest one: crumbs of texture and noise. */
    static boolean[] large(boolean[] in, int width, float part) {
        int[] size = new int[in.length];
        int[] largest = {0};
        each(in, width, (pixels, count) -> {
            largest[0] = Math.max(largest[0], count);
            for (int k = 0; k < count; k++) {
                size[pixels[k]] = count;
            }
        });
        boolean[] kept = new boolean[in.length];
        for (int i = 0; i < in.length; i++) {
            kept[i] = in[i] && size[i] >= part * largest[0];
        }
        return kept;
    }

    static void each(boolean[] in, int width, Visitor visitor) {
        boolean[] seen = new boolean[in.length];
        int[] pixels = new int[in.length];
        for (int start = 0; start < in.length; start++) {
            int count = take(in, seen, pixels, 0, start, true);
            if (count > 0) {
                visitor.island(pixels, spread(in, width, seen, pixels, count));
            }
        }
    }

    /** Is shown each island: its pixels are the first {@code count} of the array, which is used again for the next. */
    interface Visitor {
        void island(int[] pixels, int count);
    }

    /** The pixels found so far are also the queue of those whose neighbours are to be looked at. */
    private static int spread(boolean[] in, int width, boolean[] seen, int[] pixels, int first) {
        int count = first;
        for (int next = 0; next < count; next++) {
            int i = pixels[next];
            int x = i % width;
            count = take(in, seen, pixels, count, i - 1, x > 0);
            count = take(in, seen, pixels, count, i + 1, x < width - 1);
            count = take(in, seen, pixels, count, i - width, i >= width);
            count = take(in, seen, pixels, count, i + width, i + width < in.length);
        }
        return count;
    }

    private static int take(boolean[] in, boolean[] seen, int[] pixels, int count, int i, boolean wanted) {
        if (!wanted || seen[i] || !in[i]) {
            return count;
        }
        seen[i] = true;
        pixels[count] = i;
        return count + 1;
    }
}
