package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.session.Authenticate;
import io.productsnap.core.session.Authenticate.Caller;
import java.util.Optional;

/** Finds out who calls, by the access token (RFC 6750, section 2.1). */
record Callers(Authenticate authenticate) {

    private static final String SCHEME = "Bearer ";

    /** @throws ProblemException when nobody is logged in */
    Caller demand(Context ctx) {
        String token = token(ctx).orElseThrow(() -> new ProblemException(Problems.noToken()));
        return authenticate
                .caller(token)
                .orElseThrow(
                        () -> new ProblemException(Problems.badToken("Your login has ended. Please log in again.")));
    }

    Optional<Caller> find(Context ctx) {
        return token(ctx).flatMap(authenticate::caller);
    }

    private static Optional<String> token(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }
}
