package io.productsnap.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one component how it is, at most one question at a time and one a second: neither a crowd that asks nor a component that
 * hangs can do harm. Thread-safe.
 */
final class Probe {

    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final HealthComponent component;
    private final Duration patience;
    private final Executor threads;
    private Finding last = new Finding(CompletableFuture.completedFuture(Reading.NONE), 0);
    private boolean asked;

    Probe(HealthComponent component, Duration patience, Executor threads) {
        this.component = component;
        this.patience = patience;
        this.threads = threads;
    }

    /** An answer, or one that is waited for. */
    private record Finding(CompletableFuture<Reading> reading, long nanos) {}

    /** How it was. */
    record Reading(
            String status,
            double latencyMs,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> detail) {

        static final Reading NONE = new Reading("unhealthy", 0, Optional.empty());

        boolean isWell() {
            return "healthy".equals(status);
        }
    }

    String name() {
        return component.name();
    }

    boolean isRequired() {
        return component.required();
    }

    /** Completes within the probe's patience. */
    CompletableFuture<Reading> read() {
        return current()
                .copy()
                .completeOnTimeout(
                        new Reading("unhealthy", patience.toMillis(), Optional.of("It does not answer.")),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private synchronized CompletableFuture<Reading> current() {
        long now = System.nanoTime();
        boolean waiting = !last.reading().isDone();
        if (!asked || (!waiting && now - last.nanos() > FRESH_NANOS)) {
            asked = true;
            last = new Finding(CompletableFuture.supplyAsync(this::ask, threads), now);
        }
        return last.reading();
    }

    private Reading ask() {
        long began = System.nanoTime();
        try {
            component.check().run();
            return new Reading("healthy", millisSince(began), Optional.empty());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reading("unhealthy", millisSince(began), Optional.of("The process is stopping."));
        } catch (Exception unwell) {
            // The log has the reason: who asks may be anybody.
            LOG.warn("{} is not well", component.name(), unwell);
            return new Reading("unhealthy", millisSince(began), Optional.of("It cannot be used."));
        }
    }

    private static double millisSince(long began) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began) / 1_000.0;
    }
}
