package io.productsnap.development;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.bootstrap.CannotRun;
import io.productsnap.bootstrap.Role;
import io.productsnap.bootstrap.Surroundings;
import io.productsnap.embedded.PrivateFile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevelopmentServersTest {
    private static final String OWN_POSTGRES = "postgresql://me:secret@db.example/shop";

    @TempDir
    Path folder;

    @Test
    void withoutAnyConfigurationThereIsAllThatTheProgramNeeds() throws Exception {
        String database;
        try (Surroundings here = DevelopmentServers.start(Map.of("DATA_DIR", folder.toString()), Role.SERVE)) {
            Map<String, String> settings = here.settings();
            database = settings.getOrDefault("DATABASE_URL", "");
            assertTrue(answers(database));
            assertTrue(answers(settings.getOrDefault("REDIS_URL", "")));
            assertTrue(answers("smtp://127.0.0.1:" + settings.get("SMTP_PORT")));
            assertEquals("none", settings.get("SMTP_TLS"));
            assertEquals("development", settings.get("APP_ENV"));
            assertEquals("127.0.0.1", settings.get("HOST"));
            assertEquals(folder.toRealPath().toString(), settings.get("DATA_DIR"));
            assertTrue(settings.getOrDefault("JWT_SECRET", "").length() >= 32);
        }
        assertFalse(answers(database));
        try (Surroundings again = DevelopmentServers.start(Map.of("DATA_DIR", folder.toString()), Role.SERVE)) {
            assertEquals(database, again.settings().get("DATABASE_URL"));
        }
    }

    @Test
    void secretsAreMadeOnceAndForTheirOwnerAlone() throws Exception {
        String first = secret();

        assertEquals(first, secret());
        assertEquals("rw-------", mode("secrets.properties"));
        assertTrue(mode("").endsWith("---"), mode(""));
    }

    @Test
    void whatIsConfiguredIsNotStarted() {
        Map<String, String> environment = environment(Map.of(
                "SMTP_HOST", "mail.example",
                "JWT_SECRET_FILE", "/run/secrets/jwt",
                "HOST", "0.0.0.0"));
        try (Surroundings here = DevelopmentServers.start(environment, Role.SERVE)) {
            Map<String, String> settings = here.settings();
            assertEquals(OWN_POSTGRES, settings.get("DATABASE_URL"));
            assertEquals("mail.example", settings.get("SMTP_HOST"));
            assertEquals("0.0.0.0", settings.get("HOST"));
            assertTrue(settings.getOrDefault("REDIS_URL", "").startsWith("redis://"));
            assertFalse(settings.containsKey("SMTP_PORT"));
            assertFalse(settings.containsKey("JWT_SECRET"));
            assertTrue(Files.notExists(folder.resolve("postgres")));
            assertTrue(Files.notExists(folder.resolve("mail")));
        }
    }

    @Test
    void inProductionNothingIsMadeUp() throws Exception {
        Map<String, String> environment = Map.of("APP_ENV", "production", "DATA_DIR", folder.toString());
        try (Surroundings here = DevelopmentServers.start(environment, Role.SERVE)) {
            assertEquals(environment, here.settings());
            try (var files = Files.list(folder)) {
                assertEquals(0, files.count());
            }
        }
    }

    @Test
    void aSecondServerIsRefusedWithTheNameOfTheFirst() throws Exception {
        try (AnotherProcess first = AnotherProcess.started(Role.SERVE, environment(Map.of("PORT", "8123")))) {
            CannotRun told = assertThrows(CannotRun.class, () -> start(Role.SERVE));

            String expected =
                    "Another ProductSnap (`serve`, process %d, http://127.0.0.1:8123) uses %s: stop it, or set"
                            .formatted(first.pid(), folder.toRealPath());
            assertTrue(String.valueOf(told.getMessage()).startsWith(expected), told.getMessage());
        }
    }

    @Test
    void otherCommandsUseTheServersOfTheRunningOne() throws Exception {
        try (AnotherProcess first = AnotherProcess.started(Role.SERVE, environment(Map.of()))) {
            assertEquals("rw-------", mode("servers.properties"));
            Map<String, String> told = PrivateFile.readEntries(folder.resolve("servers.properties"));
            for (Role role : List.of(Role.API, Role.WORKER, Role.MIGRATE, Role.ADMINISTER)) {
                try (Surroundings guest = start(role)) {
                    assertEquals(told.get("REDIS_URL"), guest.settings().get("REDIS_URL"));
                    assertEquals(told.get("SMTP_PORT"), guest.settings().get("SMTP_PORT"));
                    assertTrue(guest.settings().containsKey("JWT_SECRET"));
                }
            }
            assertTrue(answers(told.getOrDefault("REDIS_URL", "")));
            assertTrue(first.pid() > 0);
        }
        assertTrue(Files.notExists(folder.resolve("servers.properties")));
    }

    @Test
    void aGuestIsToldWhatTheRunningOneWasGiven() throws Exception {
        try (AnotherProcess first = AnotherProcess.started(Role.SERVE, environment(Map.of()))) {
            CannotRun told = assertThrows(
                    CannotRun.class,
                    () -> DevelopmentServers.start(Map.of("DATA_DIR", folder.toString()), Role.WORKER));

            assertTrue(String.valueOf(told.getMessage()).contains("was given a DATABASE_URL of its own"));
            assertTrue(String.valueOf(told.getMessage()).contains("process " + first.pid()));
        }
    }

    @Test
    void afterAKillTheServersThatAreLeftServeTheNextRun() throws Exception {
        AnotherProcess killed = AnotherProcess.started(Role.SERVE, environment(Map.of()));
        String url =
                PrivateFile.readEntries(folder.resolve("servers.properties")).getOrDefault("REDIS_URL", "");

        killed.kill();

        assertTrue(answers(url));
        try (Surroundings next = start(Role.SERVE)) {
            assertEquals(url, next.settings().get("REDIS_URL"));
            assertTrue(answers(url));
        }
        assertFalse(answers(url));
    }

    @Test
    void anEndOnRequestStopsEverything() throws Exception {
        AnotherProcess process = AnotherProcess.started(Role.SERVE, environment(Map.of()));
        String url =
                PrivateFile.readEntries(folder.resolve("servers.properties")).getOrDefault("REDIS_URL", "");

        String said = process.terminate();

        assertTrue(said.endsWith("closed"), said);
        assertFalse(answers(url));
        assertTrue(Files.notExists(folder.resolve("servers.properties")));
    }

    @Test
    void aDamagedFileOfTheRunningOneIsToldInASentence() throws Exception {
        try (AnotherProcess first = AnotherProcess.started(Role.SERVE, environment(Map.of()))) {
            assertTrue(first.pid() > 0);
            Path file = folder.resolve("servers.properties");
            Map<String, String> entries = new HashMap<>(PrivateFile.readEntries(file));
            entries.put("REDIS_URL", "redis://:stolen@203.0.113.7:6379/0");
            for (String damage : List.of("pid=x", "\\u00zz", asText(entries))) {
                Files.writeString(file, damage);

                CannotRun told = assertThrows(CannotRun.class, () -> start(Role.WORKER));

                assertTrue(String.valueOf(told.getMessage()).contains("servers.properties is damaged"));
            }
        }
    }

    @Test
    void aFileThatAKilledRunLeftIsNotBelieved() throws Exception {
        Running left = new Running(Long.MAX_VALUE, "serve", "http://127.0.0.1:8080", Optional.of(Map.of()));
        left.write(new DataDirectory(folder));

        try (Surroundings here = start(Role.WORKER)) {
            assertTrue(answers(here.settings().getOrDefault("REDIS_URL", "")));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInASentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        CannotRun told = assertThrows(
                CannotRun.class,
                () -> DevelopmentServers.start(
                        Map.of("DATA_DIR", file.resolve("data").toString()), Role.SERVE));

        assertTrue(String.valueOf(told.getMessage()).contains("choose another one with DATA_DIR"));
    }

    private Surroundings start(Role role) {
        return DevelopmentServers.start(environment(Map.of()), role);
    }

    /** With a database of its own, which is not asked for anything here, so that tests start Redis and mail alone. */
    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATA_DIR", folder.toString());
        environment.put("DATABASE_URL", OWN_POSTGRES);
        return environment;
    }

    private String secret() {
        try (Surroundings here = start(Role.SERVE)) {
            return here.settings().getOrDefault("JWT_SECRET", "");
        }
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    private static String asText(Map<String, String> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    private static boolean answers(String url) {
        URI uri = URI.create(url);
        try (Socket socket = new Socket(String.valueOf(uri.getHost()), uri.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
