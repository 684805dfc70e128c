package io.productsnap.persistence.postgres;

import io.productsnap.core.policy.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.array.SqlArrayTypeFactory;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * Runs work in a transaction of its own, at READ COMMITTED, Postgres' default, and once more when Postgres chose it to give
 * way.
 */
final class Transactions {

    /** Longer than any statement of ours should ever take; a client-side limit works through a pooler, a SET does not. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

    /** serialization_failure, deadlock_detected: nothing was done, and the same again may well go through. */
    private static final Set<String> GAVE_WAY = Set.of("40001", "40P01");

    /**
     * Connections, resources and operators' doings, and waits that took too long: a statement's, a lock's, a silent
     * transaction's (Postgres manual, appendix A).
     */
    private static final Pattern AWAY = Pattern.compile("08...|53...|57P0[123]|57014|55P03|25P0[34]");

    private static final int MOST_TRIES = 5;

    // A process that is frozen, or cut off, between two statements must not keep its locks: others wait for them.
    private static final String LIMITS = """
        /* transaction_limits */
        set local idle_in_transaction_session_timeout = '5s'; set local lock_timeout = '5s'
        """;

    private static final PostgresListener NOBODY = new PostgresListener() {};

    private final Jdbi jdbi;
    private final PostgresListener listener;

    Transactions(DataSource dataSource) {
        this.listener = dataSource instanceof WatchedDataSource watched ? watched.listener() : NOBODY;
        this.jdbi = configured(Jdbi.create(dataSource)).setSqlLogger(new StatementTimes(listener));
    }

    /** Who is told what goes on here. */
    PostgresListener listener() {
        return listener;
    }

    /** The whole work is done again after a deadlock: it must change nothing but the database. */
    <T> T run(Function<Handle, T> work) {
        return patiently(() -> jdbi.inTransaction(handle -> {
            handle.execute(LIMITS);
            return work.apply(handle);
        }));
    }

    /** Work that may wait, and keep others waiting, as migrations must. */
    <T> T unlimited(Function<Handle, T> work) {
        return patiently(() -> jdbi.inTransaction(work::apply));
    }

    /** Work that is a single statement: it commits by itself, without round trips for begin and commit. */
    <T> T statement(Function<Handle, T> work) {
        return patiently(() -> jdbi.withHandle(work::apply));
    }

    private static <T> T patiently(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (JdbiException failed) {
                if (tries == MOST_TRIES || !gaveWay(failed)) {
                    throw told(failed);
                }
            }
        }
    }

    /** Works inside the caller's transaction; neither commits nor closes. */
    static <T> T within(Connection connection, Function<Handle, T> work) {
        return configured(Jdbi.create(connection)).withHandle(work::apply);
    }

    /** What callers can act on: that Postgres is away. The rest is a mistake of ours. */
    private static RuntimeException told(JdbiException failed) {
        boolean away = failed instanceof ConnectionException
                || (failed.getCause() instanceof SQLException cause
                        && (cause instanceof SQLTransientConnectionException
                                || AWAY.matcher(String.valueOf(cause.getSQLState()))
                                        .matches()));
        return away ? new Unavailable("Postgres cannot be reached", failed) : failed;
    }

    private static boolean gaveWay(JdbiException failed) {
        return failed.getCause() instanceof SQLException cause
                && GAVE_WAY.contains(String.valueOf(cause.getSQLState()));
    }

    private static Jdbi configured(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class).setQueryTimeout(Math.toIntExact(LONGEST_STATEMENT.toSeconds()));
        // What is bound may be a secret, or somebody's mail: no message repeats it.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi.registerArrayType(UUID.class, "uuid")
                .registerArrayType(String.class, "text")
                .registerArrayType(Long.class, "bigint")
                .registerArrayType(SqlArrayTypeFactory.of(Instant.class, "timestamptz", Instant::toString));
    }
}
