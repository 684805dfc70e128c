package io.productsnap.benchmarks.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays each scenario a number of times and prints what the judges say. */
public final class CrashTests {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final int WORKERS = 4;

    private static final Duration WITHOUT_PHOTOS = Duration.ofSeconds(60);
    private static final Duration HAMMERING = Duration.ofSeconds(60);

    private CrashTests() {}

    /**
     * @param name of the one scenario to play; all when empty
     * @return whether all promises were kept
     */
    public static boolean measure(int rounds, Optional<String> name) {
        Map<String, List<Round>> all = new LinkedHashMap<>();
        Path folder = Path.of("benchmarks", "target", "crash-rounds");
        for (Scenario scenario : Scenario.all(WITHOUT_PHOTOS, HAMMERING)) {
            if (name.isEmpty() || scenario.name().startsWith(name.get())) {
                all.put(scenario.name(), play(scenario, rounds, folder));
            }
        }
        System.out.println(Table.of(all));
        return all.values().stream()
                .flatMap(List::stream)
                .allMatch(round -> round.violations().isEmpty());
    }

    private static List<Round> play(Scenario scenario, int rounds, Path folder) {
        List<Round> played = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            // Servers and workers of its own each time: what one round breaks is no other's matter.
            try (Ground ground = Ground.open(folder);
                    Crew crew = Crew.hire(ground, LEASE, WORKERS)) {
                Round round = Round.play(scenario, ground, crew);
                crew.dismiss();
                System.err.printf("%s %s, round %d: %s%n", Instant.now(), scenario.name(), i, round.figures());
                round.violations().forEach(violation -> System.err.println("  " + violation));
                played.add(round);
            }
        }
        return played;
    }
}
