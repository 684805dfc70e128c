package io.productsnap.imaging.cutout;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Splits a grid of pixels in two at the least cost: each pixel has its leaning to one side, and each pair of neighbours a price for being parted.
 * The max-flow algorithm of Boykov and Kolmogorov, "An Experimental Comparison of Min-Cut/Max-Flow Algorithms" (PAMI 2004), with eight
 * neighbours held in flat arrays instead of node objects.
 */
final class MinCut {
    static final int DIRECTIONS = 8;
    private static final byte FREE = 0;
    private static final byte SOURCE = 1;
    private static final byte SINK = 2;
    private static final byte TERMINAL = 8;
    private static final byte ORPHAN = 9;

    private final int width;
    private final int height;
    private final int[] offset;
    private final float[][] residual = new float[DIRECTIONS][];
    private final float[] leaning;
    private final byte[] tree;
    private final byte[] parent;
    private final int[] distance;
    private final int[] stamp;
    private int time;
    private final int[] queue;
    private final boolean[] queued;
    private int head;
    private int waiting;
    private final ArrayDeque<Integer> orphans = new ArrayDeque<>();

    MinCut(int width, int height) {
        this.width = width;
        this.height = height;
        // a frame of pixels that nothing leads to saves asking for the border at each step
        int row = width + 2;
        offset = new int[] {1, -1, row, -row, row + 1, -row - 1, 1 - row, row - 1};
        int n = row * (height + 2);
        for (int d = 0; d < DIRECTIONS; d++) {
            residual[d] = new float[n];
        }
        leaning = new float[n];
        tree = new byte[n];
        parent = new byte[n];
        distance = new int[n];
        stamp = new int[n];
        queue = new int[n];
        queued = new boolean[n];
    }

    /** Positive: what it costs to put the pixel on the far side; negative: what it costs to put it on the near side. */
    void lean(int x, int y, float cost) {
        leaning[at(x, y)] = cost;
    }

    /** The price of parting a pixel from its neighbour to the right (0), below (2), below right (4) or above right (6). */
    void join(int x, int y, int direction, float price) {
        int p = at(x, y);
        residual[direction][p] = price;
        residual[direction ^ 1][p + offset[direction]] = price;
    }

    private int at(int x, int y) {
        return (y + 1) * (width + 2) + x + 1;
    }

    /** True: on the near side. */
    boolean[] solve() {
        Arrays.fill(parent, ORPHAN);
        for (int i = 0; i < tree.length; i++) {
            if (leaning[i] != 0) {
                tree[i] = leaning[i] > 0 ? SOURCE : SINK;
                parent[i] = TERMINAL;
                distance[i] = 1;
                activate(i);
            }
        }
        while (waiting > 0) {
            int p = queue[head];
            int direction = tree[p] == FREE ? -1 : grow(p);
            if (direction < 0) {
                head = (head + 1) % queue.length;
                waiting--;
                queued[p] = false;
                continue;
            }
            time++;
            augment(p, direction);
            adopt();
        }
        boolean[] near = new boolean[width * height];
        for (int i = 0; i < near.length; i++) {
            near[i] = tree[at(i % width, i / width)] == SOURCE;
        }
        return near;
    }

    private void activate(int p) {
        if (!queued[p]) {
            queued[p] = true;
            queue[(head + waiting++) % queue.length] = p;
        }
    }

    /** The direction in which the other tree was met, or -1. */
    private int grow(int p) {
        boolean source = tree[p] == SOURCE;
        for (int d = 0; d < DIRECTIONS; d++) {
            int q = p + offset[d];
            if ((source ? residual[d][p] : residual[d ^ 1][q]) <= 0) {
                continue;
            }
            if (tree[q] == FREE) {
                tree[q] = tree[p];
                parent[q] = (byte) (d ^ 1);
                distance[q] = distance[p] + 1;
                stamp[q] = stamp[p];
                activate(q);
            } else if (tree[q] != tree[p]) {
                return d;
            } else if (stamp[q] <= stamp[p] && distance[q] > distance[p] + 1) {
                parent[q] = (byte) (d ^ 1);
                distance[q] = distance[p] + 1;
                stamp[q] = stamp[p];
            }
        }
        return -1;
    }

    private void augment(int p, int direction) {
        int q = p + offset[direction];
        int fromSource = tree[p] == SOURCE ? p : q;
        int toSink = tree[p] == SOURCE ? q : p;
        int bridge = tree[p] == SOURCE ? direction : direction ^ 1;
        float flow = Math.min(residual[bridge][fromSource], Math.min(room(fromSource, true), room(toSink, false)));
        residual[bridge][fromSource] -= flow;
        residual[bridge ^ 1][toSink] += flow;
        push(fromSource, flow, true);
        push(toSink, flow, false);
    }

    private float room(int from, boolean source) {
        float least = Float.MAX_VALUE;
        int p = from;
        while (parent[p] != TERMINAL) {
            int up = parent[p];
            int q = p + offset[up];
            least = Math.min(least, source ? residual[up ^ 1][q] : residual[up][p]);
            p = q;
        }
        return Math.min(least, Math.abs(leaning[p]));
    }

    private void push(int from, float flow, boolean source) {
        int p = from;
        while (parent[p] != TERMINAL) {
            int up = parent[p];
            int q = p + offset[up];
            float[] used = source ? residual[up ^ 1] : residual[up];
            float[] back = source ? residual[up] : residual[up ^ 1];
            int at = source ? q : p;
            used[at] -= flow;
            back[source ? p : q] += flow;
            if (used[at] <= 0) {
                used[at] = 0;
                orphan(p);
            }
            p = q;
        }
        leaning[p] += source ? -flow : flow;
        if (source ? leaning[p] <= 0 : leaning[p] >= 0) {
            leaning[p] = 0;
            orphan(p);
        }
    }

    private void orphan(int p) {
        parent[p] = ORPHAN;
        orphans.addLast(p);
    }

    private void adopt() {
        while (!orphans.isEmpty()) {
            int p = orphans.pollFirst();
            int best = -1;
            int nearest = Integer.MAX_VALUE;
            boolean source = tree[p] == SOURCE;
            for (int d = 0; d < DIRECTIONS; d++) {
                int q = p + offset[d];
                if (tree[q] == tree[p] && parent[q] != ORPHAN && (source ? residual[d ^ 1][q] : residual[d][p]) > 0) {
                    int way = distanceToTerminal(q);
                    if (way < nearest) {
                        nearest = way;
                        best = d;
                    }
                }
            }
            if (best >= 0) {
                parent[p] = (byte) best;
                distance[p] = nearest + 1;
                stamp[p] = time;
            } else {
                release(p, source);
            }
        }
    }

    private void release(int p, boolean source) {
        for (int d = 0; d < DIRECTIONS; d++) {
            int q = p + offset[d];
            if (tree[q] == tree[p]) {
                if ((source ? residual[d ^ 1][q] : residual[d][p]) > 0) {
                    activate(q);
                }
                if (parent[q] == (d ^ 1)) {
                    orphan(q);
                }
            }
        }
        tree[p] = FREE;
    }

    /** MAX_VALUE when the way up ends in an orphan; marks the way, so that the next asker has it short. */
    private int distanceToTerminal(int from) {
        int steps = 0;
        int p = from;
        while (stamp[p] != time) {
            if (parent[p] == ORPHAN) {
                return Integer.MAX_VALUE;
            }
            if (parent[p] == TERMINAL) {
                stamp[p] = time;
                distance[p] = 1;
                break;
            }
            steps++;
            p += offset[parent[p]];
        }
        int total = steps + distance[p];
        int left = total;
        for (int q = from; stamp[q] != time; q += offset[parent[q]]) {
            stamp[q] = time;
            distance[q] = left--;
        }
        return total;
    }
}
