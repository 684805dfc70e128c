package io.productsnap.core.session;

import io.productsnap.core.person.UserId;
import io.productsnap.core.session.AccessTokens.Access;
import java.time.Clock;
import java.util.Optional;

/** Finds out who calls. */
public final class Authenticate {

    private final AccessTokens accessTokens;
    private final SessionStore sessions;
    private final Clock clock;

    public Authenticate(AccessTokens accessTokens, SessionStore sessions, Clock clock) {
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @return who calls; empty when the token is bad or expired, or its session has ended */
    public Optional<Caller> caller(String accessToken) {
        return accessTokens
                .read(accessToken)
                .map(Access::session)
                .flatMap(session -> sessions.findLive(session, clock.instant()))
                .map(session -> new Caller(session.user(), session.id()));
    }

    /** Somebody who has logged in. */
    public record Caller(UserId user, SessionId session) {}
}
