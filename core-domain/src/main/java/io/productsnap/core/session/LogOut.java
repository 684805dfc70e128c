package io.productsnap.core.session;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.time.Clock;

/** Ends a session, for whoever holds a good access token or a good refresh token of it. */
public final class LogOut {

    private final RefreshTokens refreshTokens;
    private final SessionStore sessions;
    private final Clock clock;

    public LogOut(RefreshTokens refreshTokens, SessionStore sessions, Clock clock) {
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    public void end(UserId user, SessionId session, Client client) {
        sessions.end(session, AuditEntry.done(clock.instant(), user, "session.end", client));
    }

    /** @return whether the token was one of a live session */
    public boolean end(String refreshToken, Client client) {
        return refreshTokens
                .read(refreshToken)
                .flatMap(presented -> sessions.findLive(presented.session(), clock.instant()))
                .map(session -> sessions.end(
                        session.id(), AuditEntry.done(clock.instant(), session.user(), "session.end", client)))
                .orElse(false);
    }
}
