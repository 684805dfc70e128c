package io.productsnap.bootstrap.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.productsnap.core.job.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits and what runs, over all processes. Read only when somebody asks, and not again for a while: nobody who asks
 * often, and no idle process, costs the database anything to speak of.
 */
final class BacklogGauges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogGauges.class);

    private static final Duration KEPT = Duration.ofSeconds(10);

    /** The other figures must be told all the same when the database hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Backlog> census;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread reader = new Thread(task, "productsnap-backlog");
        reader.setDaemon(true);
        return reader;
    });
    private CompletableFuture<Backlog> reading =
            CompletableFuture.failedFuture(new IllegalStateException("nobody has asked yet"));
    private Instant begun = Instant.MIN;
    private volatile Optional<Backlog> latest = Optional.empty();

    BacklogGauges(Supplier<Backlog> census, Clock clock) {
        this.census = census;
        this.clock = clock;
    }

    void bindTo(MeterRegistry registry) {
        gauge(registry, "productsnap.jobs.queued", "Jobs that could be started now", Backlog::ready);
        gauge(
                registry,
                "productsnap.jobs.oldest.age.seconds",
                "For how long that of them which was submitted first could have been started",
                this::oldestAge);
        gauge(registry, "productsnap.jobs.deferred", "Jobs that wait for their time", Backlog::deferred);
        gauge(registry, "productsnap.jobs.running", "Jobs that a worker has", Backlog::running);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Backlog> figure) {
        // What is not known is no number: zero would be good news.
        Gauge.builder(name, () -> latest.map(figure::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }

    private double oldestAge(Backlog backlog) {
        return backlog.oldestDue()
                .map(due -> Math.max(0, Duration.between(due, clock.instant()).toMillis() / 1000.0))
                .orElse(0.0);
    }

    /** Reads, unless it was read a moment ago. One reading at a time, however many ask, and however long it takes. */
    synchronized void refresh() {
        Instant now = clock.instant();
        if (reading.isDone() && now.isAfter(begun.plus(KEPT))) {
            begun = now;
            reading = CompletableFuture.supplyAsync(census, thread);
        }
        latest = read();
    }

    private Optional<Backlog> read() {
        try {
            return Optional.of(reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            LOG.warn("what waits is not known: {}", String.valueOf(unknown.getMessage()));
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
