package io.productsnap.core.session;

import io.productsnap.core.person.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Tells somebody where they are logged in. */
public final class ListSessions {

    private static final Comparator<Session> LAST_USED_FIRST = Comparator.comparing(Session::lastUsedAt)
            .thenComparing(Session::createdAt)
            .reversed();

    private final SessionStore sessions;
    private final RotationPolicy policy;
    private final Clock clock;

    public ListSessions(SessionStore sessions, RotationPolicy policy, Clock clock) {
        this.sessions = sessions;
        this.policy = policy;
        this.clock = clock;
    }

    /** The sessions that are not over, the one that was used last first. */
    public List<Session> of(UserId user) {
        Instant now = clock.instant();
        return sessions.ofUser(user, now).stream()
                .filter(session -> !policy.isOver(session, now))
                .sorted(LAST_USED_FIRST)
                .toList();
    }
}
