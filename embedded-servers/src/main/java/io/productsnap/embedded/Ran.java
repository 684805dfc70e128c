package io.productsnap.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A short command that has ended: its exit code and what it printed, both streams together. */
record Ran(int exit, String output) {

    /**
     * Runs a command to its end, in an environment of its own: a PGPORT or LC_ALL of the user's must not reach the
     * servers. What it prints has to fit into a pipe.
     *
     * @throws CannotStart when it takes longer than the limit
     * @throws IOException when there is no such program
     */
    static Ran of(Path folder, Duration limit, List<String> words) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C"));
        Process process = builder.start();
        if (!Waiting.upTo(limit, () -> process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))) {
            process.destroyForcibly();
            throw new CannotStart("%s did not end within %s.".formatted(words, limit));
        }
        return new Ran(
                process.exitValue(),
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    boolean worked() {
        return exit == 0;
    }
}
