package io.productsnap.core.session;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Ends sessions, for whoever holds a good access token or a good refresh token. When a method returns, all tokens of what it
 * has ended are dead in this process; elsewhere they are within a second.
 */
public final class LogOut {

    private final RefreshTokens refreshTokens;
    private final SessionStore sessions;
    private final RotationPolicy policy;
    private final EndedSessions ended;
    private final Clock clock;

    public LogOut(
            RefreshTokens refreshTokens,
            SessionStore sessions,
            RotationPolicy policy,
            EndedSessions ended,
            Clock clock) {
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.policy = policy;
        this.ended = ended;
        this.clock = clock;
    }

    /** @return whether the user had such a session */
    public boolean end(UserId user, SessionId session, Client client) {
        Instant now = clock.instant();
        boolean existed = sessions.end(user, session, AuditEntry.done(now, user, "session.end", client));
        if (existed) {
            ended.add(session, now);
        }
        return existed;
    }

    /** @return whether the token was one of a live session */
    public boolean end(String refreshToken, Client client) {
        Instant now = clock.instant();
        return refreshTokens
                .read(refreshToken)
                .flatMap(presented -> sessions.findLive(presented.session(), now))
                .filter(session -> !policy.isOver(session, now))
                .map(session -> end(session.user(), session.id(), client))
                .orElse(false);
    }

    /** @return how many live sessions the user had, with the one that asks for it */
    public long everywhere(UserId user, Client client) {
        Instant now = clock.instant();
        List<Session> all = sessions.endAll(user, AuditEntry.done(now, user, "session.end-all", client));
        all.forEach(session -> ended.add(session.id(), now));
        return all.stream().filter(session -> !policy.isOver(session, now)).count();
    }
}
