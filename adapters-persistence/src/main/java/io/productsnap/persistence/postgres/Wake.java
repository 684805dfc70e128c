package io.productsnap.persistence.postgres;

import io.productsnap.core.policy.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the workers, after a commit, that there is something to do. Not within it: Postgres lets transactions that notify
 * commit one after another, each waiting for the disk. Whoever comes alone sends the notice before going on; of those who
 * come soon after a notice the first has another one sent in a moment, for all of them. A notice that is lost, with its
 * process, is made up for by the workers' polling. Thread-safe.
 */
final class Wake {

    private static final Logger LOG = LoggerFactory.getLogger(Wake.class);

    /** Between two notices: they cost every worker a look, and the submitters a round trip. */
    private static final Duration MOMENT = Duration.ofMillis(2);

    // A notice need not outlive a crash of the server.
    private static final String NOTIFY = """
        /* wake_workers */
        select set_config('synchronous_commit', 'off', true), pg_notify('productsnap_jobs', '')
        """;

    private final Transactions transactions;
    private final Executor later = aThreadWhileItIsNeeded();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile long next = System.nanoTime();

    Wake(Transactions transactions) {
        this.transactions = transactions;
    }

    private static Executor aThreadWhileItIsNeeded() {
        return new ThreadPoolExecutor(0, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "productsnap-wake");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The change that it tells of is committed: that the notice cannot be sent is no reason to fail. */
    void workers() {
        if (!wanted.compareAndSet(false, true)) {
            return;
        }
        long wait = next - System.nanoTime();
        if (wait <= 0) {
            send();
        } else {
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, later).execute(this::send);
        }
    }

    private void send() {
        // In this order: whoever finds a notice wanted has committed before it is sent, whoever does not waits his
        // turn.
        next = System.nanoTime() + MOMENT.toNanos();
        wanted.set(false);
        try {
            transactions.statement(
                    handle -> handle.createQuery(NOTIFY).mapToMap().list());
        } catch (Unavailable untold) {
            LOG.warn("the workers were not told of something to do; they will look by themselves", untold);
        }
    }
}
