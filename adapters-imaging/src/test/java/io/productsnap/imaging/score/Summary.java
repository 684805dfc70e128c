package io.productsnap.imaging.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results of one group of samples and one half of them. */
record Summary(String group, String half, int photos, long refused, double median, double worst, double edge) {

    static Optional<Summary> of(List<Result> all, String group, String half) {
        List<Result> some = all.stream()
                .filter(r ->
                        r.sample().group().equals(group) && r.sample().half().equals(half))
                .toList();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        double[] overlaps = some.stream().mapToDouble(Result::overlap).sorted().toArray();
        double[] edges = some.stream()
                .mapToDouble(Result::edgeError)
                .filter(edge -> !Double.isNaN(edge))
                .sorted()
                .toArray();
        return Optional.of(new Summary(
                group,
                half,
                some.size(),
                some.stream().filter(Result::refused).count(),
                median(overlaps),
                overlaps[0],
                median(edges)));
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.4f | %.4f | %s |%n",
                group,
                half,
                photos,
                refused,
                median,
                worst,
                Double.isNaN(edge) ? "–" : String.format(Locale.ROOT, "%.2f", edge));
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n == 0
                ? Double.NaN
                : Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElse(Double.NaN);
    }
}
