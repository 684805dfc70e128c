package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * A real PostgreSQL for one machine: a process of its own on a loopback port, its data in a folder, as durable as in
 * production (fsync and synchronous_commit are on).
 *
 * <p>A server that a killed program left behind is adopted, or stopped when it does not answer; one that dies is started
 * again. One program at a time may do this with a folder: the caller sees to that. Safe for use by many threads.
 */
public final class LocalPostgres implements AutoCloseable {
    /** The database that is always there. */
    public static final String DATABASE = "productsnap";

    private final PostgresServer server;
    private final Guard guard;

    private LocalPostgres(PostgresServer server, Guard guard) {
        this.server = server;
        this.guard = guard;
    }

    /**
     * Returns once the server takes connections, after having made the database where there was none.
     *
     * @param folder created when missing; the data is in its {@code postgres}, the password in its {@code
     *     postgres.properties}, the log in its {@code logs}
     * @param lost told, from another thread, when the server has died and cannot be brought back
     * @throws CannotStart when something here forbids it, in a sentence for a person
     */
    public static LocalPostgres start(Path folder, Consumer<CannotStart> lost) {
        try {
            DataFolder data = DataFolder.at(folder);
            Path bin = PostgresBinaries.in(BinaryCache.forUser(data.root()));
            Account account = Account.thatRuns(bin.resolve("postgres"), data.root());
            account.passThrough(data.logs());
            PostgresServer server = new PostgresServer(new PostgresTools(bin, account, data));
            LocalPostgres postgres = new LocalPostgres(server, new Guard(server, lost));
            postgres.create(DATABASE);
            return postgres;
        } catch (IOException e) {
            throw new CannotStart(
                    "PostgreSQL cannot be started in %s: %s.".formatted(folder, Faults.told(e, folder)), e);
        }
    }

    /** As {@code postgresql://user:password@host:port/database}, with nothing in it that would need escaping. */
    public String url() {
        Login login = server.login();
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(PostgresTools.USER, login.password(), Ports.HOST, login.port(), DATABASE);
    }

    /** For a JDBC driver, user and password included. */
    public String jdbcUrl(String database) {
        Login login = server.login();
        return new PostgresSession(login).jdbcUrl(database)
                + "?user=%s&password=%s".formatted(PostgresTools.USER, login.password());
    }

    /** Its process now: another one after the server died and came back. */
    public ProcessHandle process() {
        return guard.process();
    }

    /** Waits for what is running to be rolled back and for the last data to be on the disk. */
    @Override
    public void close() {
        guard.close();
    }

    /** Makes an empty database, unless it is there already. */
    void create(String database) {
        PostgresSession session = session();
        try {
            if (!session.databases().contains(database)) {
                session.create(database);
            }
        } catch (SQLException e) {
            close();
            throw new CannotStart("PostgreSQL cannot make the database %s: %s.".formatted(database, e.getMessage()), e);
        }
    }

    PostgresSession session() {
        return new PostgresSession(server.login());
    }
}
