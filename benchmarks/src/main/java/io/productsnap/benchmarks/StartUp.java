package io.productsnap.benchmarks;

import io.productsnap.embedded.LocalPostgres;
import io.productsnap.embedded.LocalRedis;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the start of the process to a ready server, side by side: with servers of its own on an empty folder, again on the
 * same folder, and with servers that run already. The memory is the program's alone, once it is ready.
 */
final class StartUp {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;

    private StartUp(Path folder) {
        this.folder = folder;
    }

    private record Figures(long millis, long kilobytes) {}

    static void measure(int rounds) throws IOException, InterruptedException {
        long[][] millis = new long[3][rounds];
        long[][] memory = new long[3][rounds];
        for (int round = 0; round < rounds; round++) {
            StartUp one = new StartUp(Files.createTempDirectory("productsnap-startup"));
            Figures[] figures = one.all();
            for (int i = 0; i < figures.length; i++) {
                millis[i][round] = figures[i].millis();
                memory[i][round] = figures[i].kilobytes();
            }
        }
        System.out.println("Start-up to ready, median of " + rounds + " rounds (" + Machine.described() + ")");
        String[] names = {"embedded, empty folder", "embedded, again", "external servers"};
        System.out.println("| | ms | MB |\n|---|---|---|");
        for (int i = 0; i < names.length; i++) {
            System.out.printf(
                    "| %s | %d | %d |%n", names[i], Machine.median(millis[i]), Machine.median(memory[i]) / 1024);
        }
    }

    private Figures[] all() throws IOException, InterruptedException {
        Map<String, String> embedded =
                Map.of("DATA_DIR", folder.resolve("embedded").toString());
        Figures first = start(embedded);
        Figures again = start(embedded);
        return new Figures[] {first, again, external()};
    }

    private Figures external() throws IOException, InterruptedException {
        Path servers = folder.resolve("servers");
        try (LocalPostgres postgres = LocalPostgres.start(servers, StartUp::lost);
                LocalRedis redis = LocalRedis.start(servers, StartUp::lost)) {
            Map<String, String> settings = new HashMap<>();
            settings.put("DATABASE_URL", postgres.url());
            settings.put("REDIS_URL", redis.url());
            settings.put("SMTP_HOST", "127.0.0.1");
            settings.put("DATA_DIR", folder.resolve("external").toString());
            start(settings); // the first start makes the schema
            return start(settings);
        }
    }

    private static void lost(RuntimeException why) {
        throw why;
    }

    private Figures start(Map<String, String> settings) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "io.productsnap.development.Main",
                "serve");
        builder.environment().putAll(settings);
        builder.environment().put("PORT", Integer.toString(port));
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        long begin = System.nanoTime();
        Process process = builder.start();
        awaitReady(process, URI.create("http://127.0.0.1:" + port + "/health/ready"));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        long memory = residentKilobytes(process.pid());
        process.destroy();
        process.waitFor();
        return new Figures(millis, memory);
    }

    private void awaitReady(Process process, URI ready) throws InterruptedException, IOException {
        while (!isReady(ready)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private boolean isReady(URI ready) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Linux and macOS have ps; it counts in kilobytes. */
    private static long residentKilobytes(long pid) throws IOException, InterruptedException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String printed = new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        ps.waitFor();
        return Long.parseLong(printed.strip());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
