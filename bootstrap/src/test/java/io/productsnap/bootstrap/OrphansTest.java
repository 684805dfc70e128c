package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of files that belong to no job, and what collecting does. */
final class OrphansTest {

    private static final String ORPHAN = "uploads/ann/019ac0de-1234-7abc-8def-0123456789ab.jpg";
    private static final String YOUNG = "uploads/ann/019ac0de-1234-7abc-8def-0123456789ac.jpg";

    @TempDir
    private Path folder;

    @Test
    void anOrphanIsShownAndRemovedOnRequest() throws IOException {
        Map<String, String> settings = Product.settings(folder);
        try (Database database = new Database(Settings.readDatabase(settings))) {
            Migrations.ofProductSnap(database.direct()).apply();
        }
        Path orphan = file(ORPHAN, Duration.ofHours(25));
        Path young = file(YOUNG, Duration.ofHours(23));
        Path others = file("notes.txt", Duration.ofHours(25));

        assertEquals(
                ORPHAN + "\n3 files, 1 of them not ours by their names, and left alone."
                        + " 1 belong to no job: --collect removes them.\n",
                shown(settings, false));
        assertTrue(Files.exists(orphan));

        assertTrue(shown(settings, true).endsWith(" 1 belonged to no job, and are removed.\n"));
        assertFalse(Files.exists(orphan));
        assertTrue(Files.exists(young) && Files.exists(others));
        assertTrue(shown(settings, false).endsWith(" None that can go.\n"));
    }

    private Path file(String name, Duration age) throws IOException {
        Path file = folder.resolve("photos").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "a photo");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private static String shown(Map<String, String> settings, boolean collect) {
        StringWriter out = new StringWriter();
        Orphans.show(settings, collect, new PrintWriter(out, true));
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
