package io.productsnap.persistence.postgres;

import java.time.Duration;

/**
 * Is told what goes on at the database, by whatever works on a {@link WatchedDataSource}: for metrics. Called on the thread
 * that ran the statement: it must be thread-safe, and quick. What it throws is logged and harms nothing. Each method does
 * nothing unless it is overridden.
 */
public interface PostgresListener {

    /**
     * A statement was answered.
     *
     * @param statement its name, one of some eighty, such as {@code turn}; it stands in the statement's text as well, so that
     *     {@code pg_stat_activity} and the server's log of slow statements show it
     * @param took until the answer; the wait for a connection is none of it
     */
    default void ran(String statement, Duration took) {}

    /** A statement was refused, or nobody answered in time. */
    default void failed(String statement, Duration took) {}

    /** So many owners' queues stood still though there was something to do: each is a mistake of ours, and is mended. */
    default void lanesMended(int lanes) {}
}
