package io.productsnap.benchmarks.engines;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Where the servers are that all contenders share. */
record Site(String postgresUrl, String jdbcUrl, String redisUrl) {

    /** For each contender the same: room for its threads and a few for its housekeeping. */
    static final int CONNECTIONS = 24;

    /** A schema without tables. */
    void empty(String schema) {
        drop(schema);
        run("create schema " + schema);
    }

    void drop(String schema) {
        run("drop schema if exists " + schema + " cascade");
    }

    /** Connections that see that schema. */
    HikariDataSource pool(String schema) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(jdbcUrl);
        pool.setSchema(schema);
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }

    /** Does now what the server would else do in the middle of a measurement, and of whoever's it happens to be. */
    void settle() {
        run("vacuum analyze");
        run("checkpoint");
    }

    /** Whoever calls himself so is not waited for. */
    static final String BYSTANDER = "bystander";

    /** What the server has done so far; it knows only when everybody has hung up. */
    Work work() {
        while (number("""
                select count(*) from pg_stat_activity
                 where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
                   and application_name <> '%s'
                """.formatted(BYSTANDER)) > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return new Work(
                number("select xact_commit from pg_stat_database where datname = current_database()"),
                number("select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint"));
    }

    String serverVersion() {
        return text("show server_version");
    }

    void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    String text(String sql) {
        return lines(sql).get(0);
    }

    /** The first column. */
    List<String> lines(String sql) {
        // As plain text: what is explained may have parameters that nobody gives.
        try (Connection connection = DriverManager.getConnection(jdbcUrl + "&preferQueryMode=simple");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }
}
