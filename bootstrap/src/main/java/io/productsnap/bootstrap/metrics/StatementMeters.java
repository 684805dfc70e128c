package io.productsnap.bootstrap.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.productsnap.persistence.postgres.PostgresListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Times statements, by name. No buckets: eighty names with ten each would be most of what is read. */
final class StatementMeters implements PostgresListener {

    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Counter lanesMended;

    StatementMeters(MeterRegistry registry) {
        this.registry = registry;
        this.lanesMended = Counter.builder("productsnap.lanes.mended")
                .description("Owners whose queue stood still though there was something to do")
                .register(registry);
    }

    @Override
    public void ran(String statement, Duration took) {
        // Kept here: to find a timer by its tags costs more than to use it.
        timers.computeIfAbsent(statement, this::timer).record(took);
    }

    private Timer timer(String statement) {
        return Timer.builder("productsnap.statement")
                .description("From sending a statement to its answer")
                .tag("statement", statement)
                .register(registry);
    }

    @Override
    public void failed(String statement, Duration took) {
        Counter.builder("productsnap.statement.failures")
                .description("Statements that were refused, or not answered in time")
                .tag("statement", statement)
                .register(registry)
                .increment();
    }

    @Override
    public void lanesMended(int lanes) {
        lanesMended.increment(lanes);
    }
}
