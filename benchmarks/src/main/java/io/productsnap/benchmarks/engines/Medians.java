package io.productsnap.benchmarks.engines;

import io.productsnap.benchmarks.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What several rounds came to, by what was measured. Keeps the order in which things came first. */
final class Medians<K, V> {

    private final Map<K, List<V>> rounds = new LinkedHashMap<>();

    void add(K key, V round) {
        System.err.printf("%tT %s: %s%n", System.currentTimeMillis(), key, round);
        rounds.computeIfAbsent(key, first -> new ArrayList<>()).add(round);
    }

    Set<K> keys() {
        return rounds.keySet();
    }

    long of(K key, ToLongFunction<V> figure) {
        return Machine.median(
                rounds.getOrDefault(key, List.of()).stream().mapToLong(figure).toArray());
    }

    double median(K key, ToDoubleFunction<V> figure) {
        return Machine.median(
                rounds.getOrDefault(key, List.of()).stream().mapToDouble(figure).toArray());
    }

    /** The last round. */
    Optional<V> last(K key) {
        List<V> all = rounds.getOrDefault(key, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Of the ratios, round by round: what slows the machine for a round slows both. */
    double ratio(K key, K to, ToLongFunction<V> figure) {
        List<V> above = rounds.getOrDefault(key, List.of());
        List<V> below = rounds.getOrDefault(to, List.of());
        double[] ratios = new double[Math.min(above.size(), below.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) figure.applyAsLong(above.get(i)) / figure.applyAsLong(below.get(i));
        }
        return Machine.median(ratios);
    }
}
