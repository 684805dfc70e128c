package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Eventually;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(30)
final class HealthRoutesTest {

    private static final HealthComponent WELL = new HealthComponent("postgres", true, () -> {});

    private static HealthComponent unwell(String name, boolean required) {
        return new HealthComponent(name, required, () -> {
            throw new IOException("password=secret");
        });
    }

    @Test
    void allWellIsHealthy() {
        try (House house = new House()
                .with(WELL)
                .with(new HealthComponent("mail", false, () -> {}))
                .open()) {
            assertEquals(
                    "{\"status\":\"ok\"}", house.call("/health").get().is(200).text());
            assertEquals(
                    "{\"status\":\"ready\"}",
                    house.call("/health/ready").get().is(200).text());
            JsonNode health = house.call("/health/detailed").get().is(200).json();

            assertEquals("healthy", health.path("status").stringValue());
            JsonNode postgres = health.path("components").path("postgres");
            assertEquals("healthy", postgres.path("status").stringValue());
            assertTrue(postgres.path("latency_ms").isNumber());
        }
    }

    @Test
    void withoutWhatIsOptionalItIsReadyAndDegraded() {
        try (House house = new House().with(WELL).with(unwell("redis", false)).open()) {
            house.call("/health/ready").get().is(200);
            Answered answered = house.call("/health/detailed").get().is(200);

            assertEquals("degraded", answered.text("status"));
            assertEquals(
                    "unhealthy",
                    answered.json()
                            .path("components")
                            .path("redis")
                            .path("status")
                            .stringValue());
            assertTrue(!answered.text().contains("secret"), answered::text);
        }
    }

    @Test
    void withoutWhatIsRequiredItIsUnhealthyAndNotReady() {
        try (House house = new House().with(unwell("postgres", true)).open()) {
            house.call("/health").get().is(200);
            house.call("/health/ready").get().isProblem(503).header("Retry-After");

            assertEquals(
                    "unhealthy", house.call("/health/detailed").get().is(503).text("status"));
        }
    }

    @Test
    void aComponentThatHangsHangsNobody() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        HealthComponent hanging = new HealthComponent("object_store", false, () -> {
            asked.incrementAndGet();
            never.await();
        });
        try (House house = new House().with(WELL).with(hanging).open()) {
            for (int i = 0; i < 2; i++) {
                Answered answered = house.call("/health/detailed").get().is(200);
                assertEquals("degraded", answered.text("status"));
            }

            assertEquals(1, asked.get(), "one question at a time");
        }
    }

    @Test
    void aCrowdThatAsksIsOneQuestion() {
        AtomicInteger asked = new AtomicInteger();
        try (House house = new House()
                .with(new HealthComponent("postgres", true, asked::incrementAndGet))
                .open()) {
            for (int i = 0; i < 10; i++) {
                house.call("/health/ready").get().is(200);
            }

            assertTrue(asked.get() < 10, () -> "asked " + asked);
        }
    }

    @Test
    void whatIsWellAgainIsSeenToBe() {
        AtomicBoolean well = new AtomicBoolean();
        HealthComponent component = new HealthComponent("postgres", true, () -> {
            if (!well.get()) {
                throw new IOException("not yet");
            }
        });
        try (House house = new House().with(component).open()) {
            house.call("/health/ready").get().is(503);

            well.set(true);

            Eventually.until(() -> house.call("/health/ready").get().status() == 200);
        }
    }

    @Test
    void aServerThatDrainsIsNotReadyAndServesOn() {
        try (House house = new House().with(WELL).open()) {
            house.server().drain();

            house.call("/health/ready").get().isProblem(503).header("Retry-After");
            house.call("/health").get().is(200);
            house.someone().call("/api/users/me").get().is(200);
        }
    }

    @Test
    void aWorkerServesItsHealthAlone() {
        try (House house = new House().with(WELL)) {
            WebServer server = house.healthServer();
            server.start();
            try {
                for (String path : List.of("/health", "/health/ready", "/health/detailed")) {
                    new Call(URI.create("http://127.0.0.1:" + server.port() + path))
                            .get()
                            .is(200);
                }
                new Call(URI.create("http://127.0.0.1:" + server.port() + "/api/users/me"))
                        .get()
                        .isProblem(404);
            } finally {
                server.stop(Duration.ZERO);
            }
        }
    }
}
