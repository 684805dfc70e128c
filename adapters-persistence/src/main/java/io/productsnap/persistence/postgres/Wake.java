package io.productsnap.persistence.postgres;

import io.productsnap.core.policy.Unavailable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the workers, after a commit, that there is something to do. Not within it: Postgres lets transactions that notify
 * commit one after another, each waiting for the disk. Whoever comes while a notice is under way leaves it to the one who
 * sends it to send another. A notice that is lost, with its process, is made up for by the workers' polling. Thread-safe.
 */
final class Wake {

    private static final Logger LOG = LoggerFactory.getLogger(Wake.class);

    // A notice need not outlive a crash of the server.
    private static final String NOTIFY = """
        select set_config('synchronous_commit', 'off', true), pg_notify('productsnap_jobs', '')
        """;

    private final Transactions transactions;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ReentrantLock sending = new ReentrantLock();

    Wake(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The change that it tells of is committed: that the notice cannot be sent is no reason to fail. */
    void workers() {
        wanted.set(true);
        while (wanted.get() && sending.tryLock()) {
            try {
                if (wanted.getAndSet(false)) {
                    send();
                }
            } finally {
                sending.unlock();
            }
        }
    }

    private void send() {
        try {
            transactions.statement(
                    handle -> handle.createQuery(NOTIFY).mapToMap().list());
        } catch (Unavailable untold) {
            LOG.warn("the workers were not told of something to do; they will look by themselves", untold);
        }
    }
}
