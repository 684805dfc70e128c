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
        int[] label = new int[in.length];
        int[] size = new int[in.length + 1];
        int[] stack = new int[in.length];
        int count = 0;
        int largest = 0;
        for (int start = 0; start < in.length; start++) {
            if (in[start] && label[start] == 0) {
                count++;
                size[count] = spread(in, width, label, stack, start, count);
                largest = Math.max(largest, size[count]);
            }
        }
        boolean[] kept = new boolean[in.length];
        for (int i = 0; i < in.length; i++) {
            kept[i] = in[i] && size[label[i]] >= part * largest;
        }
        return kept;
    }

    private static int spread(boolean[] in, int width, int[] label, int[] stack, int start, int mark) {
        int size = 0;
        int n = 0;
        stack[n++] = start;
        label[start] = mark;
        while (n > 0) {
            int i = stack[--n];
            size++;
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
