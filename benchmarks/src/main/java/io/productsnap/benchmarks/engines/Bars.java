package io.productsnap.benchmarks.engines;

import java.util.Comparator;

/** What was set as a goal, beside what came of it. */
final class Bars {

    private static final String OURS = Contenders.OURS.name();

    private final Sizes sizes;
    private final Findings findings;
    private final Table table = new Table("goal", "measured", "");

    Bars(Sizes sizes, Findings findings) {
        this.sizes = sizes;
        this.findings = findings;
    }

    Table table() {
        Medians<String, Burn> burns = findings.burns();
        long jobs = burns.of(OURS, Burn::jobs);
        Medians<String, Floor> floors = findings.floors();
        String best = best();
        atLeast("burn-down : " + best, 2, burns.ratio(OURS, best, Burn::jobs));
        atLeast("burn-down : the server in batches of 20", 0.55, (double) jobs / floors.of("floor", f -> f.lives(20)));
        atLeast(
                "submits : the server's single inserts",
                0.7,
                (double) burns.of(OURS, Burn::submits) / floors.of("floor", Floor::inserts));
        below("p50 ms from due to start, two processes", 5, findings.apart().of(OURS, Waits::p50) / 1000.0);
        below("p99 ms", 20, findings.apart().of(OURS, Waits::p99) / 1000.0);
        below("statements a second when idle", 0.5, findings.idle().getOrDefault(Contenders.OURS, Double.NaN));
        String history = Shape.history(sizes);
        atLeast(history + " : without", 0.85, burns.ratio(history, OURS, Burn::jobs));
        atLeast(Shape.MANY + " : 1,000", 0.8, burns.ratio(Shape.MANY, OURS, Burn::jobs));
        atLeast(Shape.ALONE + ", jobs/s", 3_000, (double) burns.of(Shape.ALONE, Burn::jobs));
        atLeast(Shape.PINNED + " : without", 0.45, burns.ratio(Shape.PINNED, OURS, Burn::jobs));
        below(
                "small owners' p99 beside a crowd : alone",
                1.2,
                findings.crowds().median("crowd", Crowd::waitingToAlone));
        return table;
    }

    static String means(Findings findings) {
        return findings.floors().last("floor").map(Floor::means).orElse("not measured");
    }

    private String best() {
        return Contenders.usual().stream()
                .map(Contender::name)
                .filter(name -> !name.equals(OURS))
                .max(Comparator.comparingLong(name -> findings.burns().of(name, Burn::jobs)))
                .orElseThrow();
    }

    private void atLeast(String what, double goal, double measured) {
        row(what, ">= " + told(goal), measured, measured >= goal);
    }

    private void below(String what, double goal, double measured) {
        row(what, "<= " + told(goal), measured, measured <= goal);
    }

    private void row(String what, String goal, double measured, boolean reached) {
        table.row(what, goal, told(measured), reached ? "reached" : "missed");
    }

    private static String told(double figure) {
        return figure >= 100 ? "%,.0f".formatted(figure) : "%.2f".formatted(figure);
    }
}
