package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.SlidingWindow;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What production starts with, and what not. */
final class SettingsTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "DATABASE_URL", "postgresql://app:secret@db.example/productsnap",
            "REDIS_URL", "rediss://cache.example:6379",
            "JWT_SECRET", "0123456789abcdef0123456789abcdef",
            "SMTP_HOST", "mail.example",
            "SMTP_FROM", "ProductSnap <hello@shop.example>",
            "FRONTEND_URL", "https://shop.example",
            "DATA_DIR", "photos"));

    private Settings read() {
        return Settings.read(settings);
    }

    private String refusal() {
        return String.valueOf(assertThrows(SettingsInvalid.class, this::read).getMessage());
    }

    @Test
    void whatIsNotSetIsAsItSays() {
        Settings read = read();

        assertEquals(Settings.Mode.PRODUCTION, read.mode());
        assertEquals("hello@shop.example", read.support().value());
        assertTrue(read.web().refreshTokenInBody());
        assertEquals(SlidingWindow.parse("10/PT15M"), read.limits().account());
        assertEquals(SlidingWindow.parse("5/PT15M"), read.limits().contact());
    }

    @Test
    void whatIsSetIsRead() {
        settings.putAll(Map.of(
                "SUPPORT_EMAIL", "Help@shop.example", "REFRESH_TOKEN_IN_BODY", "false", "LIMIT_ACCOUNT", "3/PT1M"));

        Settings read = read();

        assertEquals("help@shop.example", read.support().value());
        assertFalse(read.web().refreshTokenInBody());
        assertEquals(SlidingWindow.parse("3/PT1M"), read.limits().account());
    }

    @ParameterizedTest
    @CsvSource({
        "FRONTEND_URL, http://shop.example, must be https",
        "FRONTEND_URL, https://localhost, must not be this very machine",
        "FRONTEND_URL, https://127.0.0.1:8443, must not be this very machine",
        "FRONTEND_URL, https://[::1], must not be this very machine",
        "BACKEND_URL, http://api.shop.example, must be https",
        "BACKEND_URL, https://localhost:8080, must not be this very machine",
        "S3_ENDPOINT, http://files.shop.example, must be https",
        "S3_PUBLIC_ENDPOINT, http://files.shop.example, must be https",
        "SUPPORT_EMAIL, nobody, must be a mail address",
        "REFRESH_TOKEN_IN_BODY, yes, must be true or false",
        "JWT_SECRET, 31 bytes are not quite enough.., is too weak",
        "JWT_SECRET, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, is too weak",
        "JWT_SECRET, secretsecretsecretsecretsecretsecret, is too weak",
    })
    void productionDoesNotStartWith(String name, String value, String why) {
        settings.put(name, value);

        String told = refusal();

        assertTrue(told.contains("- " + name + " " + why), told);
        assertEquals(1, told.lines().filter(line -> line.contains(name)).count(), told);
        assertFalse(told.contains(value), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_URL", "REDIS_URL", "JWT_SECRET", "SMTP_HOST", "SMTP_FROM", "FRONTEND_URL"})
    void productionDoesNotStartWithout(String name) {
        settings.remove(name);

        assertTrue(refusal().contains(name + " is missing"));
    }

    @Test
    void aStoreBehindItsPublicAddressMayBeReachedInTheOpen() {
        settings.putAll(Map.of("S3_ENDPOINT", "http://minio:9000", "S3_PUBLIC_ENDPOINT", "https://files.shop.example"));

        read();
    }

    @Test
    void aLaptopNeedsNoneOfThat() {
        settings.putAll(Map.of("APP_ENV", "development", "FRONTEND_URL", "http://localhost:5173"));

        assertEquals("http://localhost:5173", read().web().frontEnd().toString());
    }
}
