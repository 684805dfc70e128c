package io.productsnap.bootstrap;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does what need not, or must not, be done before a request is answered: one thing after the other, on a thread of its own,
 * so that however much is asked for, it takes one connection of the database. Thread-safe.
 */
final class Afterwards implements Executor, AutoCloseable {

    /** Minutes of work at the most: whoever comes after that is turned away. */
    private static final int WAITING = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> new Thread(task, "productsnap-afterwards"));

    /** @throws RejectedExecutionException when too much waits */
    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /** Does what waits still, for a while. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            thread.shutdownNow();
        }
    }
}
