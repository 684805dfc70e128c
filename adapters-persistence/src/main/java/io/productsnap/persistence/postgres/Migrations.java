package io.productsnap.persistence.postgres;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema {@code productsnap} to what this version of the program expects. Any number of processes may do so at
 * once: one works, the others wait and find it done. No other schema is touched. Thread-safe.
 *
 * <p>Needs three connections at a time, without a short socket timeout: an index may take long.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String SCHEMA = "productsnap";

    /**
     * Flyway locks each history; this covers the making of the schema, and both histories. It belongs to a transaction, so it holds
     * through a pooler too, and ends with its process. The number is "psnapmig" in ASCII.
     */
    private static final String LOCK = """
        /* migration_lock */
        select pg_advisory_xact_lock(8102941519346755943)
        """;

    /** As long as somebody else's migrations may take. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final DataSource dataSource;
    private final Transactions transactions;
    private final List<String> parts;

    private Migrations(DataSource dataSource, List<String> parts) {
        this.dataSource = dataSource;
        this.transactions = new Transactions(dataSource);
        this.parts = parts;
    }

    /** The tables of the job engine alone: for a program with handlers of its own. */
    public static Migrations ofEngine(DataSource dataSource) {
        return new Migrations(dataSource, List.of("engine"));
    }

    /** All tables. */
    public static Migrations ofProductSnap(DataSource dataSource) {
        return new Migrations(dataSource, List.of("engine", "productsnap"));
    }

    /**
     * Applies what is missing, each migration in a transaction of its own.
     *
     * @return how many were applied
     * @throws Failed when one could not be applied; those before it stay
     */
    public int apply() {
        return transactions.unlimited(handle -> {
            handle.createQuery(LOCK)
                    .setQueryTimeout(Math.toIntExact(LONGEST_WAIT.toSeconds()))
                    .mapTo(String.class)
                    .findOne();
            int applied = parts.stream().mapToInt(this::apply).sum();
            LOG.info("schema {} is as expected, {} migrations applied", SCHEMA, applied);
            return applied;
        });
    }

    private int apply(String part) {
        try {
            return flyway(part).migrate().migrationsExecuted;
        } catch (FlywayMigrateException failed) {
            throw new Failed(part + " migration " + AppliedMigrations.name(failed.getMigration()) + " failed", failed);
        } catch (FlywayException failed) {
            throw new Failed("the migrations of " + part + " could not be applied", failed);
        }
    }

    /**
     * Looks whether the schema is as this program expects: everything applied, nothing altered. What a newer program has
     * added is no fault, as during a rolling update.
     *
     * @throws Failed when it is not
     */
    public void check() {
        for (String part : parts) {
            List<String> missing = missing(part);
            if (!missing.isEmpty()) {
                throw new Failed("schema " + SCHEMA + " lacks " + part + " migrations " + missing);
            }
        }
    }

    private List<String> missing(String part) {
        try {
            return Arrays.stream(flyway(part).info().all())
                    .filter(Migrations::isMissing)
                    .map(AppliedMigrations::name)
                    .toList();
        } catch (FlywayException failed) {
            throw new Failed("the schema could not be looked at", failed);
        }
    }

    private static boolean isMissing(MigrationInfo migration) {
        MigrationState state = migration.getState();
        return (state.isResolved() && !state.isApplied()) || state.isFailed() || state == MigrationState.OUTDATED;
    }

    private Flyway flyway(String part) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/" + part)
                .defaultSchema(SCHEMA)
                .table(part + "_history")
                // The second history finds a schema that is not empty, and would refuse it.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(new AppliedMigrations(part))
                .load();
    }

    /** The schema is not what this program expects, and could not be made so. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }

        Failed(String message, Throwable cause) {
            super(message + ": " + cause.getMessage(), cause);
        }
    }
}
