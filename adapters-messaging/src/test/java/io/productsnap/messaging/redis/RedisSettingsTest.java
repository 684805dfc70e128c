package io.productsnap.messaging.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisSettingsTest {

    @Test
    void aHostIsEnough() {
        assertEquals(
                new RedisSettings("redis_cache", 6379, false, "", "", 0), RedisSettings.parse("redis://redis_cache"));
    }

    @Test
    void aUrlMaySayEverything() {
        assertEquals(
                new RedisSettings("db.example.org", 25061, true, "app", "s@cret+/%", 7),
                RedisSettings.parse("rediss://app:s%40cret+%2F%25@db.example.org:25061/7"));
    }

    @Test
    void thePasswordCanStandAlone() {
        assertEquals(
                new RedisSettings("::1", 6379, false, "", "secret", 0), RedisSettings.parse("redis://:secret@[::1]/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:6379",
                "http://localhost",
                "redis://",
                "redis://:hunter2@",
                "redis://hunter2@host",
                "redis://user:@host",
                "redis://:hunter2@host:0",
                "redis://:hunter2@host:65536",
                "redis://:hunter2@host/zero",
                "redis://:hunter2@host/0?ssl=false",
                "redis://:hunter2%@host",
                "redis://:hunter2%zz@host",
                "redis://:hunter2@host name"
            })
    void anythingElseIsRefusedWithoutRepeatingThePassword(String url) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> RedisSettings.parse(url));

        assertFalse(String.valueOf(refusal.getMessage()).contains("hunter2"), refusal.getMessage());
    }

    @Test
    void settingsKeepTheirPassword() {
        String text = RedisSettings.parse("rediss://app:hunter2@host/3").toString();

        assertEquals("rediss://host:6379/3", text);
    }
}
