package io.productsnap.persistence.postgres;

import io.productsnap.core.policy.Backoff;
import io.productsnap.core.signal.Signals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals by NOTIFY, with the commit of what became due, across all processes on the database. They are listened for on
 * a connection and a daemon thread of their own. When that is lost, everybody is signalled once, to look by themselves; it
 * is opened again, and then everybody is signalled once more, since something may have been missed. One that is cut off
 * without a word is found out after half a minute. Thread-safe.
 */
public final class PostgresSignals implements Signals, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);
    private static final Backoff BETWEEN_TRIES = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    /** How often a silent connection is asked whether it still is one. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final DataSource dataSource;
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "postgres-signals");
    private volatile Runnable hangUp = () -> {};
    private volatile boolean heard;

    /**
     * @param dataSource gives the connection that is listened on: not a pool's with a limit on its age or silence, and
     *     not through a pooler, which would give the server's connection to somebody else meanwhile. Where there is one all
     *     the same, nothing is listened for, and the log says so
     */
    public PostgresSignals(DataSource dataSource) {
        this.dataSource = dataSource;
        for (Topic topic : Topic.values()) {
            listeners.put(channel(topic), new CopyOnWriteArrayList<>());
        }
        thread.setDaemon(true);
    }

    /** Begins to listen; the first connection is made in the background too. */
    public void start() {
        thread.start();
    }

    @Override
    public Subscription listen(Topic topic, Runnable due) {
        Listener listener = new Listener(due);
        List<Listener> ofTopic = listeners.getOrDefault(channel(topic), List.of());
        ofTopic.add(listener);
        return () -> ofTopic.remove(listener);
    }

    /** Never while a pooler is on the way, nor before {@link #start}. */
    @Override
    public boolean isHeard() {
        return heard;
    }

    /** One subscription: the same Runnable may be subscribed twice, and is told twice then. */
    private static final class Listener {
        private final Runnable due;

        Listener(Runnable due) {
            this.due = due;
        }

        // One that breaks its promise must not cost the others their signals.
        void tell() {
            try {
                due.run();
            } catch (RuntimeException broken) {
                LOG.error("a listener to signals failed", broken);
            }
        }
    }

    private static String channel(Topic topic) {
        return "productsnap_" + topic.name().toLowerCase(Locale.ROOT);
    }

    private void run() {
        int failures = 0;
        while (!isClosed()) {
            try (Connection connection = dataSource.getConnection()) {
                hangUp = () -> abort(connection);
                if (isPooled(connection)) {
                    LOG.warn("a pooler is on the way to Postgres, and signals do not pass it: new jobs are found by"
                            + " polling alone. Give a direct way, too");
                    return;
                }
                subscribe(connection);
                failures = 0;
                heard = true;
                signalAll();
                hear(connection);
            } catch (SQLException lost) {
                loseHearing();
                failures = report(lost, failures);
                await(BETWEEN_TRIES.delay(failures, ThreadLocalRandom.current()));
            }
        }
    }

    /**
     * Whether the server's process is another one than the greeting said, since a pooler greets by itself. To try whether
     * signals come would do harm: what listens then is a connection that others are given, and they are never asked for
     * what they have heard.
     */
    private static boolean isPooled(Connection connection) throws SQLException {
        int greeted = connection.unwrap(PGConnection.class).getBackendPID();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1) != greeted;
        }
    }

    private void subscribe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String channel : listeners.keySet()) {
                statement.execute("listen " + channel);
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!isClosed()) {
            PGNotification[] heard = postgres.getNotifications(Math.toIntExact(SILENCE.toMillis()));
            for (PGNotification notification : heard) {
                signal(notification.getName());
            }
            if (heard.length == 0 && !connection.isValid(5)) {
                throw new SQLException("the connection is gone");
            }
        }
    }

    private void loseHearing() {
        boolean wasHeard = heard;
        heard = false;
        if (wasHeard && !isClosed()) {
            signalAll();
        }
    }

    private void signalAll() {
        listeners.keySet().forEach(this::signal);
    }

    private void signal(String channel) {
        listeners.getOrDefault(channel, List.of()).forEach(Listener::tell);
    }

    private int report(SQLException lost, int failures) {
        if (!isClosed() && failures == 0) {
            LOG.warn("no signals from Postgres until it can be reached again; polling goes on", lost);
        }
        return failures + 1;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void await(Duration wait) {
        try {
            closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            closed.countDown();
        }
    }

    /** Returns when the thread has ended, or after five seconds. */
    @Override
    public void close() {
        closed.countDown();
        hangUp.run();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    // The thread waits in a read: only an end of the socket wakes it at once.
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException failed) {
            LOG.debug("the listening connection was gone before it was hung up", failed);
        }
    }
}
