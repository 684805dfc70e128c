package io.productsnap.core.signal;

/**
 * Tells that something became due, so that nobody has to poll for it. A signal carries no data and may be lost or
 * doubled: whoever listens looks for himself, and looks now and then even without one. The stores give the signals
 * themselves, with the commit of what became due.
 *
 * <p>Thread-safe.
 */
public interface Signals {

    /** What can become due. */
    enum Topic {
        JOBS,
        MAIL,
        /** Running jobs were taken away from their workers. */
        RECALLS,
        /** Sessions were ended before their time. */
        SESSIONS
    }

    /**
     * Calls {@code due} after each signal, on a thread of the adapter: it must be quick and throw nothing.
     *
     * @return closes the subscription
     */
    Subscription listen(Topic topic, Runnable due);

    /**
     * Whether signals come at present, as far as this side can see. Whoever cannot wait looks more often while they do not.
     * When this changes, everybody is signalled once, on either way.
     *
     * @return false by default: an adapter that cannot tell costs some looks, and never a signal
     */
    default boolean isHeard() {
        return false;
    }

    /** A subscription; closing it twice does nothing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
