package io.productsnap.bootstrap.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.productsnap.web.RequestListener;
import java.time.Duration;

/** Times requests, by route. */
record RequestMeters(MeterRegistry registry) implements RequestListener {

    private static final Duration[] TIMES = {
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    @Override
    public void answered(String method, String route, int status, Duration took) {
        Timer.builder("productsnap.http.request")
                .description("From a request to the end of its answer")
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(TIMES)
                .register(registry)
                .record(took);
    }
}
