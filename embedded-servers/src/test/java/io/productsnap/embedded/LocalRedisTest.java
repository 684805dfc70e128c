package io.productsnap.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalRedisTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aSecondStartHasTheDataAndThePort() throws Exception {
        String url;
        try (LocalRedis redis = start()) {
            url = redis.url();
            asked(redis, "SET", "word", "kept");
        }
        try (LocalRedis redis = start()) {
            assertEquals(url, redis.url());
            assertEquals(List.of("kept"), asked(redis, "GET", "word"));
        }
    }

    @Test
    void thePasswordIsForItsOwnerAlone() throws Exception {
        try (LocalRedis redis = start()) {
            for (String file : List.of("redis.properties", "redis/redis.conf")) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))));
            }
            Login stranger = Login.fresh().onPort(redis.server().login().port());
            IOException refused =
                    assertThrows(IOException.class, () -> RedisCall.on(stranger, List.of(List.of("PING"))));
            assertTrue(String.valueOf(refused.getMessage()).startsWith("WRONGPASS"));
            assertTrue(redis.process().info().commandLine().orElseThrow().contains("redis-server"));
        }
    }

    @Test
    void aKilledServerComesBackWithWhatItHadWritten() throws Exception {
        try (LocalRedis redis = start()) {
            asked(redis, "SET", "word", "kept");
            asked(redis, "BGREWRITEAOF");
            assertTrue(Waiting.upTo(PATIENCE, () -> written(redis)));
            ProcessHandle first = redis.process();

            first.destroyForcibly();

            assertTrue(Waiting.upTo(PATIENCE, () -> answers(redis)));
            assertNotEquals(first.pid(), redis.process().pid());
            assertEquals(List.of("kept"), asked(redis, "GET", "word"));
        }
    }

    @Test
    void aServerThatAKilledProgramLeftRunningIsAdopted() throws Exception {
        ProcessHandle left = server().start();

        try (LocalRedis redis = start()) {
            assertEquals(left, redis.process());
        }
    }

    @Test
    void aServerLeftRunningThatDoesNotAnswerIsStopped() throws Exception {
        ProcessHandle left = server().start();
        Login.fresh().write(folder.resolve("redis.properties"));

        try (LocalRedis redis = start()) {
            assertNotEquals(left, redis.process());
            assertTrue(Waiting.forEndOf(left, PATIENCE));
        }
    }

    @Test
    void aPidFileThatNamesAnotherProcessIsNoServer() throws Exception {
        start().close();
        Process foreign = new ProcessBuilder("sleep", "300").start();
        Files.writeString(folder.resolve("redis/redis.pid"), foreign.pid() + "\n");

        try (LocalRedis redis = start()) {
            assertTrue(answers(redis));
            assertTrue(foreign.isAlive());
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void aTakenPortIsLeftAlone() throws Exception {
        start().close();
        int port = Login.read(folder.resolve("redis.properties")).orElseThrow().port();
        try (ServerSocket taken = new ServerSocket(port, 1, Ports.loopback());
                LocalRedis redis = start()) {
            assertTrue(taken.isBound());
            assertNotEquals(port, redis.server().login().port());
        }
    }

    @Test
    void aFileThatRedisCannotReadIsSetAside() throws Exception {
        start().close();
        Files.writeString(folder.resolve("redis/appendonly.aof"), "*1\r\nnonsense\r\n$$$$");

        try (LocalRedis redis = start()) {
            assertTrue(answers(redis));
        }
        assertTrue(Files.exists(folder.resolve("redis/appendonly.aof.broken")));
    }

    @Test
    void aDamagedPasswordFileIsMadeAnew() throws Exception {
        start().close();
        Files.write(folder.resolve("redis.properties"), new byte[] {(byte) 0xff, '\\', 'u', 'z'});

        try (LocalRedis redis = start()) {
            assertTrue(answers(redis));
        }
    }

    private RedisServer server() throws IOException {
        return new RedisServer(new RedisTools(RedisBinary.in(BinaryCache.forUser(folder)), DataFolder.at(folder)));
    }

    private LocalRedis start() {
        return LocalRedis.start(folder, lost -> {
            throw lost;
        });
    }

    private static boolean answers(LocalRedis redis) {
        try {
            return asked(redis, "PING").contains("PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean written(LocalRedis redis) {
        try {
            return String.join("", asked(redis, "INFO", "persistence")).contains("aof_rewrite_in_progress:0");
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> asked(LocalRedis redis, String... words) throws IOException {
        return RedisCall.on(redis.server().login(), List.of(List.of(words)));
    }
}
