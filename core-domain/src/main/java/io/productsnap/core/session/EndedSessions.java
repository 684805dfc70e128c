package io.productsnap.core.session;

import io.productsnap.core.policy.Require;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that were ended before their time and whose access tokens would still be good, as far as this process has
 * heard. Asking takes a look into memory. A {@link SessionWatch} keeps it up to date. Thread-safe.
 */
public final class EndedSessions {

    /**
     * Each look goes back so far behind the one before: what commits later may have been ended earlier, and the clocks of
     * nodes differ.
     */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /** So much longer than the life of an access token it is remembered: that life may have been set shorter just now. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final SessionStore sessions;
    private final Duration accessLife;
    private final Clock clock;
    private final Map<SessionId, Instant> ended = new ConcurrentHashMap<>();
    private volatile Optional<Instant> lookedAt = Optional.empty();

    /** @param accessLife how long an access token is good; nothing is remembered for more than an hour longer */
    public EndedSessions(SessionStore sessions, Duration accessLife, Clock clock) {
        this.sessions = sessions;
        this.accessLife = Require.positive(accessLife, "accessLife");
        this.clock = clock;
    }

    /**
     * Whether access tokens of the session are dead.
     *
     * @throws IllegalStateException before the first look, when nothing is known: nobody must be let in then
     */
    public boolean contains(SessionId session) {
        if (lookedAt.isEmpty()) {
            throw new IllegalStateException("nobody has looked yet which sessions have ended");
        }
        return ended.containsKey(session);
    }

    /** Whoever ends a session says so here, so that its access tokens are dead before anybody is answered. */
    public void add(SessionId session, Instant endedAt) {
        ended.put(session, endedAt);
    }

    /** Looks which sessions have ended since the last look, and forgets those whose access tokens are too old. */
    public void refresh() {
        Instant now = clock.instant();
        Instant oldest = now.minus(accessLife).minus(MARGIN);
        Instant since = lookedAt.map(last -> last.minus(OVERLAP))
                .filter(oldest::isBefore)
                .orElse(oldest);
        ended.putAll(sessions.endedSince(since));
        ended.values().removeIf(oldest::isAfter);
        lookedAt = Optional.of(now);
    }
}
