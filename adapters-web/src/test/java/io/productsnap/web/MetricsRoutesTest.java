package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricsRoutesTest {

    private static final String TOKEN = "sixteen bytes or";
    private static final MetricsPage PAGE = new MetricsPage(TOKEN, () -> "productsnap_jobs_ready 7.0\n");

    @Test
    void whoeverHasTheTokenReadsTheFigures() {
        try (House house = new House().with(PAGE).open()) {
            Answered answered = house.call("/metrics").as(TOKEN).get().is(200);

            assertEquals("productsnap_jobs_ready 7.0\n", answered.text());
            assertEquals("text/plain; version=0.0.4; charset=utf-8", answered.header("Content-Type"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer ", "Bearer sixteen bytes", "Bearer sixteen bytes or more", "Basic sixteen bytes or"})
    void whoeverHasNotDoesNot(String authorization) {
        try (House house = new House().with(PAGE).open()) {
            Answered answered = house.call("/metrics")
                    .with("Authorization", authorization)
                    .get()
                    .isProblem(401);

            assertEquals("Bearer realm=\"metrics\"", answered.header("WWW-Authenticate"));
            assertFalse(answered.text().contains("productsnap_jobs"));
        }
    }

    @Test
    void aPersonWhoIsLoggedInDoesNotEither() {
        try (House house = new House().with(PAGE).open()) {
            house.someone().call("/metrics").get().isProblem(401);
        }
    }

    @Test
    void whereNoneAreWantedThereIsNothing() {
        try (House house = new House().open()) {
            house.call("/metrics").as(TOKEN).get().isProblem(404);
        }
    }

    @Test
    void aWorkerHasThemToo() {
        WebServer server = new House().with(PAGE).healthServer();
        server.start();
        try {
            URI metrics = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
            new Call(metrics).as(TOKEN).get().is(200);
            new Call(metrics).get().isProblem(401);
        } finally {
            server.stop(Duration.ZERO);
        }
    }

    @Test
    void aTokenThatCanBeGuessedIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new MetricsPage("fifteen bytes..", () -> ""));
    }
}
