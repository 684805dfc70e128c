package io.productsnap.benchmarks.engines;

import io.productsnap.embedded.LocalPostgres;
import io.productsnap.embedded.LocalRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Embedded servers on an empty folder, as durable as in production. */
final class Servers implements AutoCloseable {

    private final LocalPostgres postgres;
    private final LocalRedis redis;

    private Servers(LocalPostgres postgres, LocalRedis redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    static Servers start() throws IOException {
        return in(Files.createTempDirectory("productsnap-engines"));
    }

    /** With one that counts statements, which costs it a little. */
    static Servers counting() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("productsnap-idle");
        try (LocalPostgres postgres = LocalPostgres.start(folder, Servers::lost);
                Connection connection = DriverManager.getConnection(postgres.jdbcUrl(LocalPostgres.DATABASE));
                Statement statement = connection.createStatement()) {
            statement.execute("create extension pg_stat_statements");
            statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
        }
        return in(folder);
    }

    private static Servers in(Path folder) {
        LocalPostgres postgres = LocalPostgres.start(folder, Servers::lost);
        try {
            return new Servers(postgres, LocalRedis.start(folder, Servers::lost));
        } catch (RuntimeException unstarted) {
            postgres.close();
            throw unstarted;
        }
    }

    private static void lost(RuntimeException why) {
        throw why;
    }

    Site site() {
        return new Site(postgres.url(), postgres.jdbcUrl(LocalPostgres.DATABASE), redis.url());
    }

    @Override
    public void close() {
        redis.close();
        postgres.close();
    }
}
