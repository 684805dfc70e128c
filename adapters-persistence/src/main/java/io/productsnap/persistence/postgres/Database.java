package io.productsnap.persistence.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import io.productsnap.core.policy.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections of this process to Postgres. Nothing is opened before the first use. Thread-safe. */
public final class Database implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** A server that is silent for longer than any statement may take is not there any more. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(60);

    /** A beat, a turn, two for progress, and a look at what was ended elsewhere. */
    private static final int RESERVED = 5;

    private final PostgresSettings settings;
    private final HikariDataSource pool;
    private final HikariDataSource reserved;
    private final PostgresListener listener;

    public Database(PostgresSettings settings) {
        this(settings, new PostgresListener() {}, unmeasured -> {});
    }

    /**
     * One that is watched.
     *
     * @param listener is told of what is done on pooled connections
     * @param pools measures the pools themselves
     */
    public Database(PostgresSettings settings, PostgresListener listener, MetricsTrackerFactory pools) {
        this(settings, listener, pool -> pool.setMetricsTrackerFactory(pools));
    }

    private Database(PostgresSettings settings, PostgresListener listener, Consumer<HikariConfig> measure) {
        this.settings = settings;
        this.listener = listener;
        this.pool = pool(settings, "productsnap", settings.poolSize());
        this.reserved = pool(settings, "productsnap-engine", RESERVED);
        measure.accept(pool);
        measure.accept(reserved);
    }

    /** Pooled, for all that is short. */
    public DataSource pooled() {
        return new WatchedDataSource(pool, listener);
    }

    /** A small pool for a job engine and its like: requests that wait for one another must not keep it from beating. */
    public DataSource reserved() {
        return new WatchedDataSource(reserved, listener);
    }

    /**
     * A new connection for each caller, past the pooler where there is one and the way is known, without a limit on its
     * silence: for migrations, and to listen on.
     */
    public DataSource direct() {
        return driver(settings.direct().orElse(settings), Duration.ZERO);
    }

    /**
     * Makes sure that the database answers.
     *
     * @throws Unavailable when it does not
     */
    public void check() {
        try (Connection connection = pool.getConnection()) {
            if (!connection.isValid(Math.toIntExact(CONNECT_TIMEOUT.toSeconds()))) {
                throw new SQLException("no answer");
            }
        } catch (SQLException failed) {
            throw new Unavailable("Postgres cannot be reached at " + settings + ": " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        reserved.close();
        pool.close();
    }

    private static HikariDataSource pool(PostgresSettings settings, String name, int size) {
        // Set up by setters: given a configuration the constructor would connect at once.
        HikariDataSource pool = new HikariDataSource();
        configure(pool, settings);
        pool.setPoolName(name);
        pool.setMaximumPoolSize(size);
        return pool;
    }

    private static void configure(HikariConfig pool, PostgresSettings settings) {
        pool.setDataSource(driver(settings, SOCKET_TIMEOUT));
        pool.setConnectionTimeout(settings.patience().toMillis());
        pool.setValidationTimeout(
                Math.min(CONNECT_TIMEOUT.toMillis(), settings.patience().toMillis()));
    }

    private static PGSimpleDataSource driver(PostgresSettings settings, Duration silence) {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setServerNames(new String[] {settings.host()});
        driver.setPortNumbers(new int[] {settings.port()});
        driver.setDatabaseName(settings.database());
        driver.setUser(settings.user());
        driver.setPassword(settings.password());
        driver.setApplicationName("productsnap");
        driver.setConnectTimeout(Math.toIntExact(CONNECT_TIMEOUT.toSeconds()));
        driver.setSocketTimeout(Math.toIntExact(silence.toSeconds()));
        driver.setTcpKeepAlive(true);
        // The server's details repeat values: a password hash in a log is one too many.
        driver.setLogServerErrorDetail(false);
        settings.parameters().forEach((name, value) -> set(driver, name, value));
        return driver;
    }

    private static void set(PGSimpleDataSource driver, String name, String value) {
        try {
            driver.setProperty(name, value);
        } catch (SQLException refused) {
            throw new IllegalArgumentException("the driver does not take " + name + "=" + value, refused);
        }
    }
}
