package io.productsnap.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalPostgresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path made;

    @TempDir
    Path temporary;

    /** One initdb for the class: each test works on a copy of this folder, stopped. */
    @BeforeAll
    static void makeACluster() {
        start(made).close();
    }

    @Test
    void itIsAsDurableAsInProductionAndOnLoopbackOnly() throws Exception {
        try (LocalPostgres postgres = start(folder())) {
            assertEquals("on", asked(postgres, "show fsync"));
            assertEquals("on", asked(postgres, "show synchronous_commit"));
            assertEquals("on", asked(postgres, "show full_page_writes"));
            assertEquals("127.0.0.1", asked(postgres, "show listen_addresses"));
            assertEquals("", asked(postgres, "show unix_socket_directories"));
            assertEquals("UTF8", asked(postgres, "show server_encoding"));
            assertEquals("scram-sha-256", asked(postgres, "select distinct auth_method from pg_hba_file_rules"));
            assertEquals("ÄÉ", asked(postgres, "select upper('äé')"));
        }
    }

    @Test
    void aSecondStartHasTheDataAndThePort() throws Exception {
        Path folder = folder();
        String url;
        try (LocalPostgres postgres = start(folder)) {
            url = postgres.url();
            write(postgres, "kept");
        }
        try (LocalPostgres postgres = start(folder)) {
            assertEquals(url, postgres.url());
            assertEquals("kept", read(postgres));
        }
    }

    @Test
    void closingEndsTheProcess() {
        LocalPostgres postgres = start(folder());
        ProcessHandle process = postgres.process();

        postgres.close();

        assertTrue(Waiting.forEndOf(process, PATIENCE));
    }

    @Test
    void thePasswordIsForItsOwnerAlone() throws Exception {
        Path folder = folder();
        try (LocalPostgres postgres = start(folder)) {
            Path file = folder.resolve("postgres.properties");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertTrue(Files.notExists(folder.resolve("postgres.password")));
            String wrong = postgres.jdbcUrl(LocalPostgres.DATABASE).replaceFirst("password=.*", "password=wrong");
            SQLException refused = assertThrows(SQLException.class, () -> DriverManager.getConnection(wrong));
            assertEquals("28P01", refused.getSQLState());
        }
    }

    @Test
    void aKilledServerComesBackWithEverythingThatWasCommitted() throws Exception {
        try (LocalPostgres postgres = start(folder())) {
            write(postgres, "committed");
            ProcessHandle first = postgres.process();

            first.destroyForcibly();

            assertTrue(Waiting.upTo(PATIENCE, () -> answers(postgres)));
            assertNotEquals(first.pid(), postgres.process().pid());
            assertEquals("committed", read(postgres));
        }
    }

    @Test
    void aServerThatAKilledProgramLeftRunningIsAdopted() throws Exception {
        Path folder = folder();
        ProcessHandle left = new PostgresServer(tools(folder)).start();

        try (LocalPostgres postgres = start(folder)) {
            assertEquals(left, postgres.process());
            assertTrue(answers(postgres));
        }
    }

    @Test
    void aServerLeftRunningThatDoesNotKnowThePasswordIsStopped() throws Exception {
        Path folder = folder();
        PostgresServer abandoned = new PostgresServer(tools(folder));
        ProcessHandle left = abandoned.start();
        Login.fresh().onPort(abandoned.login().port()).write(folder.resolve("postgres.properties"));

        PostgresServer server = new PostgresServer(tools(folder));
        ProcessHandle process = server.start();

        assertNotEquals(left.pid(), process.pid());
        assertTrue(Waiting.forEndOf(left, PATIENCE));
        server.stop(process);
    }

    @Test
    void aPidFileThatNamesAnotherProcessIsNoServer() throws Exception {
        Path folder = folder();
        Process foreign = new ProcessBuilder("sleep", "300").start();
        String lines = "%d%n%s%n1790000000%n5432%n%n127.0.0.1%n  1 1%nready%n"
                .formatted(foreign.pid(), folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/postmaster.pid"), lines);

        try (LocalPostgres postgres = start(folder)) {
            assertTrue(answers(postgres));
            assertTrue(foreign.isAlive());
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void aTakenPortIsLeftAlone() throws Exception {
        Path folder = folder();
        int port =
                Login.read(folder.resolve("postgres.properties")).orElseThrow().port();
        try (ServerSocket taken = new ServerSocket(port, 1, Ports.loopback());
                LocalPostgres postgres = start(folder)) {
            assertTrue(taken.isBound());
            assertTrue(answers(postgres));
        }
    }

    @Test
    void anInitdbThatWasKilledLeavesNothingHalf() throws Exception {
        Files.createDirectories(temporary.resolve("postgres.unfinished/base"));
        Files.writeString(temporary.resolve("postgres.password"), "old");

        try (LocalPostgres postgres = start(temporary)) {
            assertTrue(answers(postgres));
        }
        assertTrue(Files.notExists(temporary.resolve("postgres.unfinished")));
        assertTrue(Files.notExists(temporary.resolve("postgres.password")));
    }

    @Test
    void rootMayKeepItsDataInAFolderThatIsClosedToOthers() throws Exception {
        assumeTrue(Account.iAmRoot());
        Path closed = Files.createDirectory(
                temporary.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        try (LocalPostgres postgres = start(closed.resolve("data"))) {
            assertTrue(answers(postgres));
            assertNotEquals("root", postgres.process().info().user().orElse("root"));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)));
        }
    }

    @Test
    void dataWithoutItsPasswordIsToldInASentence() throws Exception {
        Path folder = folder();
        Files.writeString(folder.resolve("postgres.properties"), "password=\\u00zz");

        CannotStart told = assertThrows(CannotStart.class, () -> start(folder));

        assertTrue(told.sentence().contains("is missing or damaged: put it back"), told.sentence());
    }

    @Test
    void dataOfAnotherVersionIsToldInASentence() throws Exception {
        Path folder = folder();
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");

        CannotStart told = assertThrows(CannotStart.class, () -> start(folder));

        assertTrue(told.sentence().contains("was made by PostgreSQL 17 and this is 18"), told.sentence());
    }

    @Test
    void damagedDataIsToldWithThePlaceOfTheLog() throws Exception {
        Path folder = folder();
        Files.write(folder.resolve("postgres/global/pg_control"), new byte[8192]);

        CannotStart told = assertThrows(CannotStart.class, () -> start(folder));

        assertTrue(told.sentence().startsWith("PostgreSQL did not start: "), told.sentence());
        assertTrue(told.sentence().contains("postgres.log"), told.sentence());
    }

    @Test
    void aServerThatCannotComeBackIsTold() throws Exception {
        Path folder = folder();
        List<CannotStart> told = new CopyOnWriteArrayList<>();
        try (LocalPostgres postgres = LocalPostgres.start(folder, told::add)) {
            Files.write(folder.resolve("postgres/PG_VERSION"), "17\n".getBytes(StandardCharsets.UTF_8));

            postgres.process().destroyForcibly();

            assertTrue(Waiting.upTo(PATIENCE, () -> !told.isEmpty()));
        }
    }

    private Path folder() {
        try {
            copy(made, temporary);
            return temporary.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With owners and modes, which Postgres insists on. */
    static void copy(Path from, Path to) throws IOException {
        Ran ran = Ran.of(from, PATIENCE, List.of("cp", "-a", from + "/.", to.toString()));
        assertTrue(ran.worked(), ran.output());
    }

    private static PostgresTools tools(Path folder) throws IOException {
        DataFolder data = DataFolder.at(folder);
        Path bin = PostgresBinaries.in(BinaryCache.forUser(folder));
        return new PostgresTools(bin, Account.thatRuns(bin.resolve("postgres"), data.root()), data);
    }

    private static LocalPostgres start(Path folder) {
        return LocalPostgres.start(folder, lost -> {
            throw lost;
        });
    }

    private static boolean answers(LocalPostgres postgres) {
        try {
            return asked(postgres, "select 'yes'").equals("yes");
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void write(LocalPostgres postgres, String word) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(LocalPostgres.DATABASE));
                Statement statement = connection.createStatement()) {
            statement.execute("create table word as select '" + word + "' as word");
        }
    }

    private static String read(LocalPostgres postgres) throws SQLException {
        return asked(postgres, "select word from word");
    }

    private static String asked(LocalPostgres postgres, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(LocalPostgres.DATABASE));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return String.valueOf(rows.getString(1));
        }
    }
}
