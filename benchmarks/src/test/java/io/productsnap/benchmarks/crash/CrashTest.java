package io.productsnap.benchmarks.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One short round of each scenario, with one crew for all of them. {@code benchmarks/run crash} has long ones. */
@TestInstance(Lifecycle.PER_CLASS)
final class CrashTest {

    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int WORKERS = 3;

    private Ground ground;
    private Crew crew;

    @BeforeAll
    void open() {
        ground = Ground.open(Path.of("target", "crash"));
        crew = Crew.hire(ground, LEASE, WORKERS);
    }

    @AfterAll
    void close() {
        crew.close();
        ground.close();
    }

    static List<Scenario> scenarios() {
        return Scenario.all(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    @MethodSource("scenarios")
    void everyPromiseIsKept(Scenario scenario) {
        Round round = Round.play(scenario, ground, crew);

        assertEquals(List.of(), round.violations());
        assertTrue(round.figures().runs() > 0);
    }
}
