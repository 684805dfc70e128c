package io.productsnap.core.session;

import io.productsnap.core.policy.Unavailable;
import io.productsnap.core.signal.Repeater;
import io.productsnap.core.signal.Signals;
import io.productsnap.core.signal.Signals.Subscription;
import io.productsnap.core.signal.Signals.Topic;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Keeps {@link EndedSessions} up to date, on a thread of its own: at each signal, every 15 seconds without one, and every
 * half second while signals are not heard, so that a session which was ended on another node is dead here within a second.
 */
public final class SessionWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SessionWatch.class.getName());
    private static final Duration AT_LATEST = Duration.ofSeconds(15);
    private static final Duration WHILE_UNHEARD = Duration.ofMillis(500);

    private final EndedSessions ended;
    private final Signals signals;
    private final Repeater repeater = new Repeater("productsnap-ended-sessions", AT_LATEST, this::look);
    private final Subscription subscription;
    private volatile boolean blind;

    public SessionWatch(EndedSessions ended, Signals signals) {
        this.ended = ended;
        this.signals = signals;
        this.subscription = signals.listen(Topic.SESSIONS, repeater::now);
    }

    /**
     * Takes the first look, and watches from then on.
     *
     * @throws Unavailable when the first look cannot be taken; nothing is watched then
     */
    public void start() {
        ended.refresh();
        repeater.start();
    }

    private void look() {
        if (!signals.isHeard()) {
            repeater.againWithin(WHILE_UNHEARD);
        }
        try {
            ended.refresh();
            blind = false;
        } catch (Unavailable away) {
            reportOnce(away);
            repeater.againWithin(WHILE_UNHEARD);
        }
    }

    private void reportOnce(Unavailable away) {
        if (!blind) {
            LOG.log(Level.WARNING, "it cannot be seen which sessions were ended elsewhere; it is tried on", away);
        }
        blind = true;
    }

    @Override
    public void close() {
        subscription.close();
        repeater.close();
    }
}
