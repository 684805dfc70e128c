package io.productsnap.imaging.cutout;

import java.util.Arrays;

/** Grain of the sensor: how much there is, and smoothing that keeps the edges (the guided filter of He, Sun and Tang, 2010). */
final class Noise {
    /** Below this (in Lab) there is nothing worth the time. */
    private static final float NEGLIGIBLE = 0.5f;

    private static final int RADIUS = 2;
    /** One pixel of nine is plenty for a median. */
    private static final int STRIDE = 3;

    private Noise() {}

    /** Standard deviation, by the median of what a mask that cancels planes and edges leaves over (Immerkær, 1996). */
    static float of(Plane p) {
        int w = p.width();
        float[] v = p.v();
        float[] rest = new float[p.size() / (STRIDE * STRIDE) + w + p.height()];
        int n = 0;
        for (int y = 1; y < p.height() - 1; y += STRIDE) {
            for (int x = 1; x < w - 1; x += STRIDE) {
                int i = y * w + x;
                float corners = v[i - w - 1] + v[i - w + 1] + v[i + w - 1] + v[i + w + 1];
                float sides = v[i - w] + v[i + w] + v[i - 1] + v[i + 1];
                rest[n++] = Math.abs(corners - 2 * sides + 4 * v[i]) / 6;
            }
        }
        Arrays.sort(rest, 0, n);
        return n == 0 ? 0 : rest[n / 2] / 0.6745f;
    }

    static Colours removed(Colours lab) {
        return new Colours(removed(lab.first()), removed(lab.second()), removed(lab.third()));
    }

    private static Plane removed(Plane p) {
        float noise = of(p);
        if (noise < NEGLIGIBLE) {
            return p;
        }
        float flat = 4 * noise * noise;
        Plane mean = Window.mean(p, RADIUS);
        Plane square = Plane.of(p.width(), p.height());
        for (int i = 0; i < p.size(); i++) {
            square.v()[i] = p.v()[i] * p.v()[i];
        }
        square = Window.mean(square, RADIUS);
        Plane slope = Plane.of(p.width(), p.height());
        Plane level = Plane.of(p.width(), p.height());
        for (int i = 0; i < p.size(); i++) {
            float variance = Math.max(0, square.v()[i] - mean.v()[i] * mean.v()[i]);
            slope.v()[i] = variance / (variance + flat);
            level.v()[i] = mean.v()[i] * (1 - slope.v()[i]);
        }
        slope = Window.mean(slope, RADIUS);
        level = Window.mean(level, RADIUS);
        for (int i = 0; i < p.size(); i++) {
            level.v()[i] += slope.v()[i] * p.v()[i];
        }
        return level;
    }
}
