package io.productsnap.persistence.postgres;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits how long a migration may wait, and tells of each one that was applied. */
final class AppliedMigrations implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /**
     * A migration that waits for a table's lock makes everybody behind it wait as well: better that it fails, and is
     * started again. Its own work may take as long as an index takes.
     */
    private static final String LIMITS = "set local lock_timeout = '10s'; set local statement_timeout = 0";

    private final String part;
    private long startedAt;

    AppliedMigrations(String part) {
        this.part = part;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            startedAt = System.nanoTime();
            limit(context);
            return;
        }
        long millis = (System.nanoTime() - startedAt) / 1_000_000;
        LOG.info("{} migration {} applied in {} ms", part, name(context.getMigrationInfo()), millis);
    }

    private static void limit(Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(LIMITS);
        } catch (SQLException failed) {
            throw new IllegalStateException("could not limit the waiting of a migration", failed);
        }
    }

    /** As people look for it in the folder: version, or R for a repeatable one, and description. */
    static String name(MigrationInfo migration) {
        String version = migration.isVersioned() ? "V" + migration.getVersion() : "R";
        return version + " \"" + migration.getDescription() + "\"";
    }

    @Override
    public String getCallbackName() {
        return "applied";
    }
}
