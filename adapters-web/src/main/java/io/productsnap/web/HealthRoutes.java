package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whether the process lives, whether it may get requests, and how all that it depends on is. */
final class HealthRoutes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Probe> probes;
    private final ExecutorService threads;
    private volatile boolean draining;

    HealthRoutes(List<HealthComponent> components) {
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "health");
            thread.setDaemon(true);
            return thread;
        });
        this.probes = components.stream()
                .map(component -> new Probe(component, PATIENCE, threads))
                .toList();
    }

    void install(RoutesConfig routes) {
        ReadRoutes.get(routes, "/health", ctx -> Answer.ok(new StatusView("ok")).to(ctx));
        ReadRoutes.get(routes, "/health/ready", this::ready);
        ReadRoutes.get(routes, "/health/detailed", this::detailed);
    }

    private record StatusView(String status) {}

    private record DetailedView(String status, Map<String, Probe.Reading> components) {}

    private void ready(Context ctx) {
        if (draining) {
            Problems.unavailable("The server is stopping.", Duration.ofSeconds(5))
                    .to(ctx);
            return;
        }
        List<Probe> required = probes.stream().filter(Probe::isRequired).toList();
        Reply reply = areWell(required, read(required))
                ? Answer.ok(new StatusView("ready"))
                : Problems.unavailable("Something that nothing works without does not answer.", Duration.ofSeconds(5));
        reply.to(ctx);
    }

    private void detailed(Context ctx) {
        Map<String, Probe.Reading> readings = read(probes);
        boolean works = areWell(probes.stream().filter(Probe::isRequired).toList(), readings);
        String all = areWell(probes, readings) ? "healthy" : "degraded";
        new Answer(works ? 200 : 503, new DetailedView(works ? all : "unhealthy", readings), List.of()).to(ctx);
    }

    private static boolean areWell(List<Probe> probes, Map<String, Probe.Reading> readings) {
        return probes.stream()
                .allMatch(probe -> Optional.ofNullable(readings.get(probe.name()))
                        .filter(Probe.Reading::isWell)
                        .isPresent());
    }

    /** All at once: the slowest one decides how long it takes. */
    private static Map<String, Probe.Reading> read(List<Probe> probes) {
        Map<String, CompletableFuture<Probe.Reading>> asked = new LinkedHashMap<>();
        probes.forEach(probe -> asked.put(probe.name(), probe.read()));
        Map<String, Probe.Reading> readings = new LinkedHashMap<>();
        asked.forEach((name, reading) -> readings.put(name, reading.join()));
        return readings;
    }

    /** From now on not ready: balancers send their requests elsewhere. */
    void drain() {
        draining = true;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
