package io.productsnap.benchmarks.engines;

import io.productsnap.benchmarks.engines.Burn.Burden;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a queue may have to live with. */
final class Burdens {

    static final Burden NONE = site -> () -> {};

    /** Somebody looks at the database as it is now, for as long as it takes: what is deleted meanwhile stays around. */
    static final Burden SNAPSHOT = site -> {
        try {
            Connection connection = site.connect();
            connection.setClientInfo("ApplicationName", Site.BYSTANDER);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select count(*) from pg_class");
            }
            return connection;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    };

    private Burdens() {}

    /** Jobs that ended long ago. */
    static Burden history(int jobs) {
        return site -> {
            History.write(site, jobs);
            return () -> {};
        };
    }
}
