package io.productsnap.messaging.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Remembers that a server is away, so that it is not asked by everybody all the time: one caller a second tries, the
 * others know at once. Says so once when it begins and once when it ends. Thread-safe.
 */
final class Outage {

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Logger log;
    private final String meaning;
    private final LongSupplier nanoTime;
    private final AtomicLong nextTry = new AtomicLong();
    private boolean lasts;

    /**
     * @param meaning what it means that the server is away, for the log
     * @param nanoTime as {@link System#nanoTime()}
     */
    Outage(Logger log, String meaning, LongSupplier nanoTime) {
        this.log = log;
        this.meaning = meaning;
        this.nanoTime = nanoTime;
    }

    /** Whether the caller may ask the server: everybody while it is well, one a second while it is not. */
    boolean mayAsk() {
        if (!lasts()) {
            return true;
        }
        long now = nanoTime.getAsLong();
        long next = nextTry.get();
        return now - next >= 0 && nextTry.compareAndSet(next, now + PAUSE_NANOS);
    }

    synchronized void failed(Throwable why) {
        if (!lasts) {
            lasts = true;
            nextTry.set(nanoTime.getAsLong() + PAUSE_NANOS);
            log.warn("Redis does not answer; {}: {}", meaning, root(why).toString());
            log.debug("Redis does not answer", why);
        }
    }

    synchronized void worked() {
        if (lasts) {
            lasts = false;
            log.info("Redis answers again");
        }
    }

    private synchronized boolean lasts() {
        return lasts;
    }

    /** In one line the reason says it all; around it are the layers of the client. */
    private static Throwable root(Throwable why) {
        return Optional.ofNullable(why.getCause()).map(Outage::root).orElse(why);
    }
}
