package io.productsnap.benchmarks;

import java.util.Arrays;

/** What every table of figures says first, and how it sums them up. */
final class Machine {

    private Machine() {}

    static String described() {
        return "%d cores, Java %s, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }

    static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
