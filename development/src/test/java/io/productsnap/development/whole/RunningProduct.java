package io.productsnap.development.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code ./productsnap} runs, as a process of its own, with the servers it starts for itself. */
final class RunningProduct implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private Process process;

    private RunningProduct(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** Returns once it is ready. */
    static RunningProduct startedIn(Path folder) {
        RunningProduct product = new RunningProduct(folder, freePort());
        product.awaitReady();
        return product;
    }

    /** The same program on the same data, after it has ended. */
    void startAgain() {
        process = launch();
        awaitReady();
    }

    private Process launch() {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.productsnap.development.Main",
                "serve");
        program.environment().put("PORT", Integer.toString(port));
        program.environment().put("DATA_DIR", folder.resolve("data").toString());
        program.environment().put("JOB_LEASE", "PT4S");
        program.redirectErrorStream(true);
        program.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            return program.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitReady() {
        until("ready", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("it ended by itself:\n" + logged());
            }
            return answers("/health/ready");
        });
    }

    private boolean answers(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            throw new AssertionError("interrupted", stop);
        }
    }

    /** The newest link to that page which was mailed to anybody, as soon as there is one. */
    String mailedLink(String page) {
        Pattern link = Pattern.compile(Pattern.quote(address() + page) + "\\?token=[A-Za-z0-9_-]{43}");
        String[] found = {""};
        until("mailed", () -> {
            Matcher links = link.matcher(read("/dev/mail.json"));
            if (links.find()) {
                found[0] = links.group();
            }
            return !found[0].isEmpty();
        });
        return found[0];
    }

    private String read(String path) {
        HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stop) {
            throw new AssertionError("interrupted", stop);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** SIGKILL for the program and for every server it has started: as a machine that loses its power. */
    void killEverything() {
        ProcessHandle program = process.toHandle();
        program.destroyForcibly();
        servers().forEach(ProcessHandle::destroyForcibly);
        until("dead", () -> !program.isAlive() && servers().findAny().isEmpty());
    }

    /** The servers are detached from the program: they are found by the data folder they were given. */
    private java.util.stream.Stream<ProcessHandle> servers() {
        String data = folder.resolve("data").toString();
        return ProcessHandle.allProcesses()
                .filter(other -> other.pid() != process.pid())
                .filter(other -> other.info()
                        .commandLine()
                        .map(line -> line.contains(data))
                        .orElse(false));
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not " + what + " within " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    String logged() {
        try {
            return Files.readString(log());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SIGTERM, as a platform does it. */
    @Override
    public void close() {
        process.destroy();
        until("ended", () -> !process.isAlive());
    }

    int exitCode() {
        return process.exitValue();
    }
}
