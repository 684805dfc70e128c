package io.productsnap.imaging.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A word as line segments: the middle lines of its strokes. An x is 1 high and y points down from the base line at 0. */
final class Letters {
    private static final double ASCENT = 1.55;
    private static final double DESCENT = 0.5;
    private static final double SPACE = 0.42;
    private static final int ARC_STEPS = 28;

    private final List<double[]> segments = new ArrayList<>();
    private double pen;

    private Letters() {}

    static Letters productSnap() {
        return new Letters()
                .capitalP()
                .r()
                .o()
                .d()
                .u()
                .c()
                .t()
                .capitalS()
                .n()
                .a()
                .p();
    }

    double length() {
        return pen - SPACE;
    }

    /**
     * How far each pixel of a square canvas is from the nearest stroke, in pixels; MAX_VALUE where that is far. The word is centred.
     *
     * @param unit pixels per height of an x
     * @param turn in radians, clockwise
     */
    float[] distances(int side, double unit, double turn) {
        float[] distance = new float[side * side];
        Arrays.fill(distance, Float.MAX_VALUE);
        double cos = Math.cos(turn) * unit;
        double sin = Math.sin(turn) * unit;
        double middleX = length() / 2;
        double middleY = (DESCENT - ASCENT) / 2;
        for (double[] s : segments) {
            double ax = s[0] - middleX;
            double ay = s[1] - middleY;
            double bx = s[2] - middleX;
            double by = s[3] - middleY;
            double half = side / 2.0;
            nearest(distance, side, unit / 4, new double[] {
                half + ax * cos - ay * sin,
                half + ax * sin + ay * cos,
                half + bx * cos - by * sin,
                half + bx * sin + by * cos
            });
        }
        return distance;
    }

    private static void nearest(float[] distance, int side, double reach, double[] s) {
        int left = (int) Math.max(0, Math.min(s[0], s[2]) - reach);
        int right = (int) Math.min(side - 1.0, Math.max(s[0], s[2]) + reach);
        int top = (int) Math.max(0, Math.min(s[1], s[3]) - reach);
        int bottom = (int) Math.min(side - 1.0, Math.max(s[1], s[3]) + reach);
        double dx = s[2] - s[0];
        double dy = s[3] - s[1];
        double square = Math.max(1e-9, dx * dx + dy * dy);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x + 0.5 - s[0];
                double py = y + 0.5 - s[1];
                double t = Math.max(0, Math.min(1, (px * dx + py * dy) / square));
                float d = (float) Math.hypot(px - t * dx, py - t * dy);
                distance[y * side + x] = Math.min(distance[y * side + x], d);
            }
        }
    }

    private Letters capitalP() {
        line(0, 0, 0, -ASCENT)
                .line(0, -ASCENT, .5, -ASCENT)
                .arc(.5, -1.12, .43, .43, -90, 90)
                .line(.5, -.69, 0, -.69);
        return next(.93);
    }

    private Letters r() {
        line(0, 0, 0, -1).arc(.45, -.55, .45, .45, 180, 290);
        return next(.6);
    }

    private Letters o() {
        arc(.47, -.5, .47, .5, 0, 360);
        return next(.94);
    }

    private Letters d() {
        arc(.47, -.5, .47, .5, 0, 360).line(.94, 0, .94, -ASCENT);
        return next(.94);
    }

    private Letters u() {
        line(0, -1, 0, -.43).arc(.43, -.43, .43, .43, 180, 0).line(.86, -1, .86, 0);
        return next(.86);
    }

    private Letters c() {
        arc(.47, -.5, .47, .5, 50, 310);
        return next(.82);
    }

    private Letters t() {
        line(.25, -1.4, .25, -.28).arc(.53, -.28, .28, .28, 180, 90).line(0, -1, .55, -1);
        return next(.55);
    }

    private Letters capitalS() {
        arc(.45, -1.15, .41, .4, -35, -270).arc(.45, -.375, .46, .375, -90, 150);
        return next(.92);
    }

    private Letters n() {
        line(0, 0, 0, -1).arc(.43, -.57, .43, .43, 180, 360).line(.86, -.57, .86, 0);
        return next(.86);
    }

    private Letters a() {
        arc(.47, -.5, .47, .5, 0, 360).line(.94, -1, .94, 0);
        return next(.94);
    }

    private Letters p() {
        arc(.47, -.5, .47, .5, 0, 360).line(0, -1, 0, DESCENT);
        return next(.94);
    }

    private Letters next(double width) {
        pen += width + SPACE;
        return this;
    }

    private Letters line(double x1, double y1, double x2, double y2) {
        segments.add(new double[] {pen + x1, y1, pen + x2, y2});
        return this;
    }

    /** Degrees, clockwise from the right since y points down. */
    private Letters arc(double x, double y, double rx, double ry, double from, double to) {
        for (int i = 0; i < ARC_STEPS; i++) {
            double a = Math.toRadians(from + (to - from) * i / ARC_STEPS);
            double b = Math.toRadians(from + (to - from) * (i + 1) / ARC_STEPS);
            line(x + rx * Math.cos(a), y + ry * Math.sin(a), x + rx * Math.cos(b), y + ry * Math.sin(b));
        }
        return this;
    }
}
