package io.productsnap.core.signal;

import io.productsnap.core.policy.Require;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Does one thing again and again on a thread of its own: when it is told to, and at the latest after a while. What it
 * does may fail; that is logged, and the next time comes. Thread-safe.
 */
public final class Repeater implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Repeater.class.getName());

    private final String name;
    private final Duration atLatest;
    private final Runnable task;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean due = true;
    private long nextWithin = Long.MAX_VALUE;
    private boolean closed;

    /** @param atLatest the longest wait between the end of one time and the start of the next */
    public Repeater(String name, Duration atLatest, Runnable task) {
        this.name = name;
        this.atLatest = Require.positive(atLatest, "atLatest");
        this.task = task;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Begins, with a first time at once. */
    public void start() {
        thread.start();
    }

    /** Makes the next time come at once; told twice while it is busy, it does it once more. */
    public void now() {
        lock.lock();
        try {
            due = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Makes the next time come within so long; while it is busy, the time after this one. */
    public void againWithin(Duration time) {
        lock.lock();
        try {
            nextWithin = Math.min(nextWithin, time.toNanos());
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lets no other time begin, and does not wait for the one that is under way. */
    public void end() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the time that is under way, if any; interrupts it after ten seconds. */
    @Override
    public void close() {
        end();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        while (awaitNext()) {
            try {
                task.run();
            } catch (RuntimeException | Error failed) {
                // Even an error: a duty that ends in silence is worse than one that fails loudly.
                LOG.log(Level.ERROR, () -> name + " failed; it will be tried again within " + atLatest, failed);
            }
        }
    }

    /** What is left of the wait, or less, where less was asked for meanwhile. */
    private long sooner(long left) {
        long soonest = Math.min(left, nextWithin);
        nextWithin = Long.MAX_VALUE;
        return soonest;
    }

    private boolean awaitNext() {
        lock.lock();
        try {
            long left = sooner(atLatest.toNanos());
            while (!due && !closed && left > 0) {
                left = sooner(changed.awaitNanos(left));
            }
            due = false;
            return !closed;
        } catch (InterruptedException stray) {
            // Not ours: whoever ends this, closes it. The task is done once more, for safety.
            return !closed;
        } finally {
            lock.unlock();
        }
    }
}
