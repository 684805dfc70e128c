package io.productsnap.benchmarks.engines;

import java.util.Arrays;
import java.util.Locale;

/** From the moment a job is due to the start of its handler, in microseconds. */
record Waits(long p50, long p95, long p99) {

    static Waits of(long[] micros) {
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        return new Waits(at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    private static long at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f", micros / 1000.0);
    }
}
