package io.productsnap.development;

import io.productsnap.bootstrap.Role;
import io.productsnap.bootstrap.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A program that has {@link DevelopmentServers}, as a process of its own: locks and kills are a matter of processes. */
final class AnotherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private AnotherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Returns when it is ready, or throws with what it said. */
    static AnotherProcess started(Role role, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        role.name())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        AnotherProcess another = new AnotherProcess(builder.start());
        StringBuilder said = new StringBuilder();
        for (String line = another.line(); !line.equals("ready"); line = another.line()) {
            said.append(line).append('\n');
            if (line.equals("<ended>")) {
                throw new IOException(said.toString());
            }
        }
        return another;
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and all that it prints until its end. */
    String terminate() throws InterruptedException {
        // By its handle: the process itself would close our end of its output, too.
        process.toHandle().destroy();
        String rest = output.lines().collect(Collectors.joining("\n"));
        process.waitFor();
        return rest;
    }

    @Override
    public void close() {
        try {
            terminate();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private String line() throws IOException {
        String line = output.readLine();
        return line == null ? "<ended>" : line;
    }

    static final class Program {
        public static void main(String... role) throws InterruptedException {
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                asked.countDown();
                try {
                    ended.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            try (Surroundings here = DevelopmentServers.start(System.getenv(), Role.valueOf(role[0]))) {
                System.out.println(here.settings().size() > 0 ? "ready" : "empty");
                asked.await();
            } finally {
                System.out.println("closed");
                ended.countDown();
            }
        }
    }
}
