package io.productsnap.benchmarks.engines;

import io.productsnap.benchmarks.Machine;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What was measured, in tables: ours beside the others, ours beside itself, and the bars. */
final class Report {

    private static final String OURS = Contenders.OURS.name();

    private final Sizes sizes;
    private final Findings findings;

    Report(Sizes sizes, Findings findings) {
        this.sizes = sizes;
        this.findings = findings;
    }

    void print(String server, PrintStream out) {
        out.printf(
                "%s, PostgreSQL %s; %,d jobs, medians of %d rounds; ratios are medians of the rounds' ratios.%n",
                Machine.described(), server, sizes.jobs(), sizes.rounds());
        engines().print(out);
        floor().print(out);
        waits("submitter and worker in two processes", findings.apart()).print(out);
        waits("both in one process", findings.together()).print(out);
        idle().print(out);
        shapes().print(out);
        crowd().print(out);
        new Bars(sizes, findings).table().print(out);
    }

    static Table burnDown(Medians<String, Burn> burns) {
        return new Table("jobs/s", "submits/s", "commits a job", "WAL bytes a job submitted", "run")
                .row(
                        OURS,
                        whole(burns.of(OURS, Burn::jobs)),
                        whole(burns.of(OURS, Burn::submits)),
                        thousandths(burns.of(OURS, Burn::commits)),
                        whole(burns.of(OURS, Burn::loggedIn)),
                        whole(burns.of(OURS, Burn::logged)));
    }

    private Table engines() {
        Table table = new Table(
                "jobs/s",
                "ours : it",
                "submits/s",
                "ours : it",
                "commits a job run",
                "WAL bytes a job submitted",
                "run");
        for (Contender contender : Contenders.usual()) {
            String name = contender.name();
            table.row(
                    name,
                    whole(findings.burns().of(name, Burn::jobs)),
                    ratio(findings.burns().ratio(OURS, name, Burn::jobs)),
                    whole(findings.burns().of(name, Burn::submits)),
                    ratio(findings.burns().ratio(OURS, name, Burn::submits)),
                    thousandths(findings.burns().of(name, Burn::commits)),
                    whole(findings.burns().of(name, Burn::loggedIn)),
                    whole(findings.burns().of(name, Burn::logged)));
        }
        return table;
    }

    private Table floor() {
        Table table = new Table("a second", "ours : it");
        Medians<String, Floor> floors = findings.floors();
        table.row(
                "the server alone (" + Bars.means(findings) + "): single inserts, 8 clients",
                whole(floors.of("floor", Floor::inserts)),
                ratio((double) findings.burns().of(OURS, Burn::submits) / floors.of("floor", Floor::inserts)));
        for (int batch : new int[] {1, 20, 200}) {
            long lives = floors.of("floor", floor -> floor.lives(batch));
            table.row(
                    "lease, delete, update, in batches of " + batch + ", 2 clients",
                    whole(lives),
                    ratio((double) findings.burns().of(OURS, Burn::jobs) / lives));
        }
        return table;
    }

    private static Table waits(String how, Medians<String, Waits> waits) {
        Table table = new Table("p50 ms", "p95 ms", "p99 ms", "its p99 : ours");
        Set<String> names = waits.keys();
        for (String name : names) {
            table.row(
                    name + ", " + how,
                    millis(waits, name, Waits::p50),
                    millis(waits, name, Waits::p95),
                    millis(waits, name, Waits::p99),
                    ratio(waits.ratio(name, OURS, Waits::p99)));
        }
        return table;
    }

    private Table idle() {
        Table table = new Table("statements/s when idle");
        for (Map.Entry<Contender, Double> each : findings.idle().entrySet()) {
            table.row(each.getKey().name(), ratio(each.getValue()));
        }
        return table;
    }

    private Table shapes() {
        Table table = new Table("jobs/s", ": ours as above", "submits/s");
        for (Shape shape : Shape.all(sizes)) {
            table.row(
                    "ours, " + shape.name(),
                    whole(findings.burns().of(shape.name(), Burn::jobs)),
                    ratio(findings.burns().ratio(shape.name(), OURS, Burn::jobs)),
                    whole(findings.burns().of(shape.name(), Burn::submits)));
        }
        return table;
    }

    private Table crowd() {
        Medians<String, Crowd> crowds = findings.crowds();
        String beside = "beside %,d queued jobs of one owner at cap 3 that ".formatted(sizes.crowd());
        return new Table("p50 ms", "p99 ms", "p99 : alone")
                .row(
                        "small owners alone",
                        wait(crowd -> crowd.alone().p50()),
                        wait(crowd -> crowd.alone().p99()),
                        "1.00")
                .row(
                        beside + "wait 10 ms each",
                        wait(crowd -> crowd.besideWaiting().p50()),
                        wait(crowd -> crowd.besideWaiting().p99()),
                        ratio(crowds.median("crowd", Crowd::waitingToAlone)))
                .row(
                        beside + "do nothing",
                        wait(crowd -> crowd.besideBusy().p50()),
                        wait(crowd -> crowd.besideBusy().p99()),
                        ratio(crowds.median("crowd", Crowd::busyToAlone)));
    }

    private String wait(ToLongFunction<Crowd> micros) {
        return Waits.millis(findings.crowds().of("crowd", micros));
    }

    private static String millis(Medians<String, Waits> waits, String name, ToLongFunction<Waits> which) {
        return Waits.millis(waits.of(name, which));
    }

    private static String whole(long figure) {
        return "%,d".formatted(figure);
    }

    private static String thousandths(long figure) {
        return "%.3f".formatted(figure / 1000.0);
    }

    private static String ratio(double figure) {
        return "%.2f".formatted(figure);
    }
}
