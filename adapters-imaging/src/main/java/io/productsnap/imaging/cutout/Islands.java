package io.productsnap.imaging.cutout;

/** Pixels that hang together. */
final class Islands {
    private Islands() {}

    /** Those that can be reached from the border of the picture by steps to the side, up or down. */
    static boolean[] reachedFromBorder(boolean[] in, int width) {
        int height = in.length / width;
        boolean[] reached = new boolean[in.length];
        int[] stack = new int[in.length];
        int n = 0;
        for (int i = 0; i < in.length; i++) {
            int x = i % width;
            int y = i / width;
            boolean border = x == 0 || y == 0 || x == width - 1 || y == height - 1;
            if (border && in[i]) {
                reached[i] = true;
                stack[n++] = i;
            }
        }
        while (n > 0) {
            int i = stack[--n];
            int x = i % width;
            n = step(in, reached, stack, n, i - 1, x > 0);
            n = step(in, reached, stack, n, i + 1, x < width - 1);
            n = step(in, reached, stack, n, i - width, i >= width);
            n = step(in, reached, stack, n, i + width, i + width < in.length);
        }
        return reached;
    }

    private static int step(boolean[] in, boolean[] reached, int[] stack, int n, int to, boolean exists) {
        if (!exists || reached[to] || !in[to]) {
            return n;
        }
        reached[to] = true;
        stack[n] = to;
        return n + 1;
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

    private static void each(boolean[] in, int width, Visitor visitor) {
        int[] label = new int[in.length];
        int[] stack = new int[in.length];
        int[] pixels = new int[in.length];
        int count = 0;
        for (int start = 0; start < in.length; start++) {
            if (in[start] && label[start] == 0) {
                count++;
                visitor.island(pixels, spread(in, width, label, stack, pixels, start, count));
            }
        }
    }

    /** Is shown each island: its pixels are the first {@code count} of the array, which is used again for the next. */
    private interface Visitor {
        void island(int[] pixels, int count);
    }

    private static int spread(boolean[] in, int width, int[] label, int[] stack, int[] pixels, int start, int mark) {
        int size = 0;
        int n = 0;
        stack[n++] = start;
        label[start] = mark;
        while (n > 0) {
            int i = stack[--n];
            pixels[size++] = i;
            int x = i % width;
            for (int j = 0; j < 9; j++) {
                int column = x + j % 3 - 1;
                int to = i + (j / 3 - 1) * width + j % 3 - 1;
                if (column >= 0 && column < width && to >= 0 && to < in.length && in[to] && label[to] == 0) {
                    label[to] = mark;
                    stack[n++] = to;
                }
            }
        }
        return size;
    }
}
