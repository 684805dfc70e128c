package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorsTest {

    private final House house = new House().open();

    @AfterEach
    void close() {
        house.close();
    }

    private Answered ask(String origin) {
        return house.call("/api/jobs/create")
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,idempotency-key")
                .send("OPTIONS", BodyPublishers.noBody());
    }

    @Test
    void theFrontEndMayCall() {
        Answered asked = ask("http://localhost:5173").is(204);

        assertEquals("http://localhost:5173", asked.header("Access-Control-Allow-Origin"));
        assertEquals("true", asked.header("Access-Control-Allow-Credentials"));
        assertTrue(asked.header("Access-Control-Allow-Headers").contains("Idempotency-Key"));
        assertTrue(asked.header("Access-Control-Allow-Methods").contains("PATCH"));
        Answered called = house.call("/api/users/me")
                .with("Origin", "http://localhost:5173")
                .get()
                .isProblem(401);
        assertEquals("http://localhost:5173", called.header("Access-Control-Allow-Origin"));
        assertTrue(called.header("Access-Control-Expose-Headers").contains("Retry-After"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5174",
                "https://localhost:5173",
                "http://localhost:5173.evil.example",
                "null",
                "*"
            })
    void nobodyElseMay(String origin) {
        assertFalse(ask(origin).isProblem(405).has("Access-Control-Allow-Origin"));
        Answered called = house.call("/health").with("Origin", origin).get().is(200);
        assertFalse(called.has("Access-Control-Allow-Origin"));
        assertTrue(called.headers("Vary").contains("Origin"));
    }
}
