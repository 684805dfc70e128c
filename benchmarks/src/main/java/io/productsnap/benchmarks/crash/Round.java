package io.productsnap.benchmarks.crash;

import java.time.Instant;
import java.util.List;

/** One playing of one scenario, from the first submission to the judges' words. */
record Round(Figures figures, List<Violation> violations) {

    static Round play(Scenario scenario, Ground ground, Crew crew) {
        Instant began = Instant.now();
        PostgresLog log = PostgresLog.fromNowOn(ground.place().postgresLog());
        try (Office office = new Office(ground, crew.lease())) {
            Ledger ledger = burst(scenario, ground, crew, office);
            // What a process that runs on has still to say; what a killed one had to say, it cannot any more.
            Patience.upTo(Patience.LIMIT, () -> office.isDone() && isIdle(crew));
            Evidence evidence = Evidence.collect(began, ledger, crew, office, log);
            List<Violation> violations = Judge.ALL.stream()
                    .flatMap(judge -> judge.judge(evidence).stream())
                    .toList();
            return new Round(Figures.of(evidence), violations);
        }
    }

    private static Ledger burst(Scenario scenario, Ground ground, Crew crew, Office office) {
        try (Customers customers = Customers.welcome(office, scenario.habits(), crew.lease())) {
            Stage stage = new Stage(ground, crew);
            stage.awaitBurst();
            scenario.harm().accept(stage);
            return customers.ledger();
        }
    }

    private static boolean isIdle(Crew crew) {
        return crew.atWork().stream().allMatch(hand -> hand.open().isEmpty());
    }
}
