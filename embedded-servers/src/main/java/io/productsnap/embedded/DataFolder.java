package io.productsnap.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a server's things are below the folder that everything is kept in. */
record DataFolder(Path root) {
    private static final String LOGS = "logs";
    // Postgres keeps paths in 1024 bytes, and appends to them.
    private static final int LONGEST = 800;
    // pg_ctl hands paths to a shell, between double quotes.
    private static final List<String> UNQUOTABLE = List.of("\"", "$", "`", "\\", "\n");

    static DataFolder at(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        if (root.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new CannotStart(
                    "The data folder's path is longer than %d bytes, which PostgreSQL cannot take: choose a"
                                    .formatted(LONGEST)
                            + " shorter one with DATA_DIR.");
        }
        if (UNQUOTABLE.stream().anyMatch(root.toString()::contains)) {
            throw new CannotStart(
                    "The data folder's path %s has one of the characters \" $ ` \\ in it, which PostgreSQL's"
                                    .formatted(root)
                            + " start script cannot take: choose another one with DATA_DIR.");
        }
        try {
            Files.createDirectories(root.resolve(LOGS));
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s cannot be written to (%s): choose another one with DATA_DIR."
                            .formatted(root, Faults.told(e, root)),
                    e);
        }
        // Links resolved: Postgres tells its data folder in this form.
        return new DataFolder(root.toRealPath());
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path redis() {
        return root.resolve("redis");
    }

    Path file(String name) {
        return root.resolve(name);
    }

    Path logs() {
        return root.resolve(LOGS);
    }

    LogFile log(String server) {
        return new LogFile(logs().resolve(server + ".log"));
    }
}
