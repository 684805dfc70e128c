package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.embedded.LocalRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Redis is killed while passwords are guessed: nobody sees an error, and nobody gets many more guesses. */
@Timeout(180)
final class LoginAmidOutageTest {

    private static final int THREADS = 8;
    private static final int EACH = 50;

    /** What Redis has counted, what the process counts meanwhile, and what Redis counts when it has come back with nothing. */
    private static final int MOST_GUESSES = 3 * 5;

    @Test
    void theLimitHoldsWhileRedisGoesAndComes(@TempDir Path folder, @TempDir Path redisFolder) {
        try (LocalRedis redis = LocalRedis.start(redisFolder, lost -> {
                    throw lost;
                });
                Program program = started(folder, redis)) {
            Api api = new Api(program.address());

            List<Integer> statuses = AtOnce.times(THREADS, thread -> guess(api, redis, thread)).stream()
                    .flatMap(List::stream)
                    .toList();

            assertTrue(statuses.stream().allMatch(status -> status == 401 || status == 429), statuses::toString);
            long guesses = statuses.stream().filter(status -> status == 401).count();
            assertTrue(guesses >= 5 && guesses <= MOST_GUESSES, "guesses: " + guesses);
            assertEquals(THREADS * EACH, statuses.size());
        }
    }

    private static Program started(Path folder, LocalRedis redis) {
        Map<String, String> settings = Product.settings(folder);
        settings.put("REDIS_URL", redis.url());
        return Program.start(Settings.read(settings), Role.API, routes -> {});
    }

    private static List<Integer> guess(Api api, LocalRedis redis, int thread) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            if (thread == 0 && i == EACH / 5) {
                redis.process().destroyForcibly();
            }
            statuses.add(logIn(api));
        }
        return statuses;
    }

    private static int logIn(Api api) {
        try {
            return api.logIn("nobody@example.com").statusCode();
        } catch (IOException unanswered) {
            throw new AssertionError("a login was not answered", unanswered);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        }
    }
}
