package io.productsnap.bootstrap.metrics;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.productsnap.core.job.EngineListener;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.mail.Mailer;
import io.productsnap.persistence.postgres.PostgresListener;
import io.productsnap.web.RequestListener;
import java.time.Clock;
import java.util.Optional;

/**
 * What this process measures: it is handed to whatever tells listeners, and read as text. {@code docs/operating.md} says what
 * each figure means. Thread-safe.
 */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final EngineMeters engine = new EngineMeters(registry);
    private final StatementMeters statements = new StatementMeters(registry);
    private final RequestMeters requests = new RequestMeters(registry);
    private volatile Optional<BacklogGauges> backlog = Optional.empty();

    public Metrics() {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    public EngineListener engine() {
        return engine;
    }

    /** Of statements. */
    public PostgresListener statements() {
        return statements;
    }

    /** Of connection pools. */
    public MetricsTrackerFactory pools() {
        return new MicrometerMetricsTrackerFactory(registry);
    }

    public RequestListener requests() {
        return requests;
    }

    /** The same mailer; what it sends, and fails to send, is counted. */
    public Mailer counted(Mailer mailer) {
        return new CountedMailer(mailer, registry);
    }

    /** From now on the text tells what waits, too. To be called once. */
    public void watch(JobCensus census, Clock clock) {
        BacklogGauges gauges = new BacklogGauges(census::backlog, clock);
        gauges.bindTo(registry);
        backlog = Optional.of(gauges);
    }

    /** The figures of this moment in Prometheus' text format. Takes a few seconds at the most, whatever hangs. */
    public String text() {
        backlog.ifPresent(BacklogGauges::refresh);
        return registry.scrape();
    }

    @Override
    public void close() {
        backlog.ifPresent(BacklogGauges::close);
        collections.close();
        registry.close();
    }
}
