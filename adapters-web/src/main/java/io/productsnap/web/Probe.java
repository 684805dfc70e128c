package io.productsnap.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean wasWell = new AtomicBoolean(true);
    private Optional<Asked> last = Optional.empty();

    Probe(HealthComponent component, Duration patience, Executor threads) {
        this.component = component;
        this.patience = patience;
        this.threads = threads;
    }

    /** A question, and the answer that came or is waited for. */
    private record Asked(CompletableFuture<Reading> reading, long nanos) {

        boolean isGoodEnough() {
            return !reading.isDone() || System.nanoTime() - nanos <= FRESH_NANOS;
        }
    }

    /** How it was. */
    record Reading(
            String status,
            double latencyMs,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> detail) {

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
        Asked present = last.filter(Asked::isGoodEnough)
                .orElseGet(() -> new Asked(CompletableFuture.supplyAsync(this::ask, threads), System.nanoTime()));
        last = Optional.of(present);
        return present.reading();
    }

    private Reading ask() {
        long began = System.nanoTime();
        try {
            component.check().run();
            if (!wasWell.getAndSet(true)) {
                LOG.info("{} is well again", component.name());
            }
            return new Reading("healthy", millisSince(began), Optional.empty());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reading("unhealthy", millisSince(began), Optional.of("The process is stopping."));
        } catch (Exception unwell) {
            // The log has the reason, once: who asks may be anybody, and may ask every second.
            if (wasWell.getAndSet(false)) {
                LOG.warn("{} is not well", component.name(), unwell);
            }
            return new Reading("unhealthy", millisSince(began), Optional.of("It cannot be used."));
        }
    }

    private static double millisSince(long began) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began) / 1_000.0;
    }
}
