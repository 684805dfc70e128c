package io.productsnap.persistence.postgres;

import io.productsnap.embedded.TestServers;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Databases for tests, on a real server. */
final class TestDatabase {

    private static final String EMPTY = """
        truncate productsnap.job, productsnap.lane, productsnap.allowance, productsnap.usage,
                 productsnap.submission_key, productsnap.ready, productsnap.deferred, productsnap.lease,
                 productsnap.worker, productsnap.app_user, productsnap.session, productsnap.one_time_link,
                 productsnap.mail_outbox, productsnap.audit_log, productsnap.ended_session
        """;

    private static final String FLOOR = """
        select setval('productsnap.vfloor', 0, false)
        """;

    private TestDatabase() {}

    /** A new one, without any table. */
    static Database fresh() {
        return new Database(PostgresSettings.parse(TestServers.postgresUrl()));
    }

    /** With all tables, and nothing in them. The same one for all tests of this JVM: they run one after the other. */
    static Database emptied() {
        Jdbi jdbi = Jdbi.create(Shared.DATABASE.pooled());
        jdbi.useHandle(handle -> {
            handle.execute(EMPTY);
            handle.createQuery(FLOOR).mapTo(Long.class).one();
        });
        return Shared.DATABASE;
    }

    /** Another process on the same database: its own connections. */
    static Database another() {
        return new Database(Shared.SETTINGS);
    }

    /** Where the one is that all tests share. */
    static PostgresSettings settings() {
        return Shared.SETTINGS;
    }

    static Jdbi jdbi(DataSource dataSource) {
        return Jdbi.create(dataSource);
    }

    private static final class Shared {
        static final PostgresSettings SETTINGS =
                PostgresSettings.parse(TestServers.postgresUrl()).withPoolSize(20);
        static final Database DATABASE = migrated();

        private static Database migrated() {
            Database database = new Database(SETTINGS);
            Migrations.ofProductSnap(database.direct()).apply();
            return database;
        }
    }
}
