package io.productsnap.benchmarks.engines;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What each asks of the server when there is nothing to do, by the server's own count. */
final class Idle {

    /** After the start, until what is done once is done. */
    private static final int SETTLING_SECONDS = 5;

    private static final String STATEMENTS = """
            select coalesce(sum(calls), 0)::bigint from pg_stat_statements
             where dbid = (select oid from pg_database where datname = current_database())
            """;

    private Idle() {}

    /** Statements a second of one process, begin and commit among them. */
    static Map<Contender, Double> measure(int seconds) throws IOException, SQLException, InterruptedException {
        Map<Contender, Double> measured = new LinkedHashMap<>();
        try (Servers servers = Servers.counting()) {
            for (Contender contender : Contenders.all()) {
                measured.put(contender, statements(servers.site(), contender, seconds));
            }
        }
        return measured;
    }

    private static double statements(Site site, Contender contender, int seconds)
            throws SQLException, InterruptedException {
        Load load = Load.of(1, 3);
        contender.prepare(site, load);
        try (Connection connection = site.connect();
                Node node = contender.join(site, load, job -> {})) {
            node.start();
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            long before = counted(connection);
            TimeUnit.SECONDS.sleep(seconds);
            // Without the first of these two questions.
            return (double) (counted(connection) - before - 1) / seconds;
        }
    }

    private static long counted(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STATEMENTS)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
