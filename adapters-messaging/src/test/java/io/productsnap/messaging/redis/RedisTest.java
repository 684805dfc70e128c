package io.productsnap.messaging.redis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.productsnap.core.contract.Eventually;
import io.productsnap.embedded.TestServers;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RedisTest {

    private static final RedisSettings SERVER = RedisSettings.parse(TestServers.redis());

    @Test
    void aRedisThatAnswersIsWell() {
        try (Redis redis = new Redis(SERVER)) {
            assertDoesNotThrow(redis::check);
        }
    }

    @Test
    void theDatabaseOfTheUrlIsUsed() {
        RedisSettings other = RedisSettings.parse(TestServers.redis());
        try (Redis redis = new Redis(SERVER);
                Redis elsewhere = new Redis(other)) {
            redis.connection().sync().set("key", "value");

            assertEquals(1, redis.connection().sync().exists("key"));
            assertEquals(0, elsewhere.connection().sync().exists("key"));
        }
    }

    @Test
    void aRedisThatComesLaterIsFound() {
        try (Door door = Door.shut(SERVER);
                Redis redis = new Redis(door.settings())) {
            assertThrows(IllegalStateException.class, redis::check);

            door.open();

            Eventually.until(() -> isWell(redis));
        }
    }

    @Test
    void aRedisThatGoesAndComesBackIsFoundAgain() {
        try (Door door = new Door(SERVER);
                Redis redis = new Redis(door.settings())) {
            redis.check();
            for (int i = 0; i < 3; i++) {
                door.shut();
                Eventually.until(() -> !isWell(redis));
                door.open();
                Eventually.until(() -> isWell(redis));
            }
        }
    }

    @Test
    void aWrongPasswordIsToldAndNotRepeated() {
        RedisSettings wrong = new RedisSettings(SERVER.host(), SERVER.port(), false, "", "hunter2", 0);
        try (Redis redis = new Redis(wrong)) {
            IllegalStateException failure = assertThrows(IllegalStateException.class, redis::check);

            StringWriter all = new StringWriter();
            failure.printStackTrace(new PrintWriter(all));
            assertFalse(all.toString().contains("hunter2"), all.toString());
        }
    }

    @Test
    void whatIsClosedIsNotWell() {
        Redis redis = new Redis(SERVER);
        redis.check();
        redis.close();
        redis.close();

        assertThrows(IllegalStateException.class, redis::check);
    }

    private static boolean isWell(Redis redis) {
        try {
            redis.check();
            return true;
        } catch (IllegalStateException away) {
            return false;
        }
    }
}
