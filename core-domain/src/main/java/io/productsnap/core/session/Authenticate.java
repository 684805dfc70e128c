package io.productsnap.core.session;

import io.productsnap.core.person.UserId;
import java.util.Optional;

/** Finds out who calls, by nothing but the access token and what this process has heard: no server is asked. */
public final class Authenticate {

    private final AccessTokens accessTokens;
    private final EndedSessions ended;

    /** @param ended kept up to date: a session is dead here once it is in there */
    public Authenticate(AccessTokens accessTokens, EndedSessions ended) {
        this.accessTokens = accessTokens;
        this.ended = ended;
    }

    /** @return who calls; empty when the token is bad or expired, or its session has ended */
    public Optional<Caller> caller(String accessToken) {
        return accessTokens
                .read(accessToken)
                .filter(access -> !ended.contains(access.session()))
                .map(access -> new Caller(access.user(), access.session()));
    }

    /** Somebody who has logged in. */
    public record Caller(UserId user, SessionId session) {}
}
