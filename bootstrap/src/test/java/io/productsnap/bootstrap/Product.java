package io.productsnap.bootstrap;

import io.productsnap.embedded.TestServers;
import io.productsnap.persistence.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The whole product in this JVM, on real servers of its own, its photos in a folder. */
final class Product implements AutoCloseable {

    private final Map<String, String> settings;
    private final Program program;
    private final Path folder;

    private Product(Map<String, String> settings, Role role, Path folder) {
        this.settings = settings;
        this.folder = folder;
        this.program = Program.start(Settings.read(settings), role, routes -> {});
    }

    static Product startedIn(Path folder) {
        return new Product(settings(folder), Role.SERVE, folder);
    }

    /** A process of one role, that shows its metrics to whoever has the token. */
    static Product measured(Path folder, Role role, String token) {
        Map<String, String> settings = settings(folder);
        settings.put("METRICS_TOKEN", token);
        return new Product(settings, role, folder);
    }

    static Map<String, String> settings(Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("APP_ENV", "development");
        settings.put("PORT", Integer.toString(freePort()));
        settings.put("DATA_DIR", folder.toString());
        settings.put("DATABASE_URL", TestServers.postgresUrl());
        settings.put("REDIS_URL", TestServers.redis());
        settings.put("JWT_SECRET", "a secret of tests that is long enough");
        settings.put("SMTP_HOST", "127.0.0.1");
        settings.put("SMTP_PORT", Integer.toString(freePort()));
        settings.put("LIMIT_REGISTER", "100/PT1M");
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    URI address() {
        return program.address();
    }

    /** What the photo store keeps of one user: the id is a part of every path. */
    List<Path> filesOf(String user) throws IOException {
        Path photos = folder.resolve("photos");
        if (!Files.exists(photos)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(photos)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(user))
                    .toList();
        }
    }

    long jobsOf(String user) {
        return ask(handle -> handle.createQuery("select count(*) from productsnap.job where owner = :owner")
                .bind("owner", user)
                .mapTo(Long.class)
                .one());
    }

    /** What waits to be sent to an address, oldest first: no mail server takes it. */
    List<String> mailsTo(String email) {
        return ask(handle -> handle.createQuery(
                        "select text_body from productsnap.mail_outbox where recipient = :email order by id")
                .bind("email", email)
                .mapTo(String.class)
                .list());
    }

    private <T> T ask(Function<Handle, T> question) {
        try (Database database = new Database(Settings.readDatabase(settings))) {
            return Jdbi.create(database.pooled()).withHandle(question::apply);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
