package io.productsnap.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.productsnap.embedded.LocalPostgres;
import io.productsnap.embedded.LocalRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The servers that all contenders share, as durable as in production. */
final class Site implements AutoCloseable {

    /** For each contender the same: room for its threads and a few for its housekeeping. */
    static final int CONNECTIONS = 24;

    private final LocalPostgres postgres;
    private final LocalRedis redis;

    private Site(LocalPostgres postgres, LocalRedis redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    static Site open() throws IOException {
        Path folder = Files.createTempDirectory("productsnap-engines");
        LocalPostgres postgres = LocalPostgres.start(folder, Site::lost);
        try {
            return new Site(postgres, LocalRedis.start(folder, Site::lost));
        } catch (RuntimeException unstarted) {
            postgres.close();
            throw unstarted;
        }
    }

    private static void lost(RuntimeException why) {
        throw why;
    }

    String postgresUrl() {
        return postgres.url();
    }

    String redisUrl() {
        return redis.url();
    }

    /** Throws away what was left of an earlier round. */
    void drop(String schema) {
        run("drop schema if exists " + schema + " cascade");
    }

    /** Connections that see a schema of their own, empty but for what this SQL makes. */
    HikariDataSource pool(String schema, String tables) {
        drop(schema);
        run("create schema " + schema);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl(LocalPostgres.DATABASE));
        pool.setSchema(schema);
        pool.setMaximumPoolSize(CONNECTIONS);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(tables);
        } catch (SQLException refused) {
            pool.close();
            throw new IllegalStateException(refused);
        }
        return pool;
    }

    /** Does now what the server would else do in the middle of a measurement, and of whoever's it happens to be. */
    void settle() {
        run("vacuum analyze");
        run("checkpoint");
    }

    /** How many bytes were ever written to the log that a commit waits for. */
    long logged() {
        return number("select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint");
    }

    private void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private long number(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(LocalPostgres.DATABASE));
    }

    @Override
    public void close() {
        redis.close();
        postgres.close();
    }
}
