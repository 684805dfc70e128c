package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Violation.Promise;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was played, in Markdown: what was done, and how often each promise was broken. */
final class Table {

    private static final List<String> DONE =
            List.of("", "rounds", "jobs", "runs", "kills", "freezes", "rescues", "late reports rejected");
    private static final List<String> TOOK = List.of("killed to rerun, s", "woken to stopped, ms", "charges unclear");

    private Table() {}

    static String of(Map<String, List<Round>> played) {
        List<String> columns = Stream.of(
                        DONE.stream(), Arrays.stream(Promise.values()).map(Promise::broken), TOOK.stream())
                .flatMap(part -> part)
                .toList();
        return row(columns)
                + "|---" + "|--:".repeat(columns.size() - 1) + "|\n"
                + played.entrySet().stream()
                        .map(scenario -> row(cells(scenario.getKey(), scenario.getValue())))
                        .collect(Collectors.joining());
    }

    private static List<String> cells(String name, List<Round> rounds) {
        Figures sum = rounds.stream().map(Round::figures).reduce(Figures.NONE, Figures::and);
        Stream<?> done = Stream.of(
                name, rounds.size(), sum.jobs(), sum.runs(), sum.kills(), sum.freezes(), sum.rescues(), sum.rejected());
        Stream<?> broken = Arrays.stream(Promise.values()).map(promise -> times(promise, rounds));
        Stream<?> took = Stream.of(
                "%.1f".formatted(sum.longestRerun().toMillis() / 1000.0),
                sum.longestAwake().toMillis(),
                sum.unclear());
        return Stream.of(done, broken, took)
                .flatMap(part -> part)
                .map(Object::toString)
                .toList();
    }

    private static long times(Promise promise, List<Round> rounds) {
        return rounds.stream()
                .flatMap(round -> round.violations().stream())
                .filter(violation -> violation.promise() == promise)
                .count();
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
