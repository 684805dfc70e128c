package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.session.Authenticate;
import io.productsnap.core.session.Authenticate.Caller;
import java.util.Optional;

/** Finds out who calls, by the access token. */
record Callers(Authenticate authenticate) {

    /** @throws ProblemException when nobody is logged in */
    Caller demand(Context ctx) {
        String token = BearerToken.of(ctx).orElseThrow(() -> new ProblemException(Problems.noToken()));
        return authenticate
                .caller(token)
                .orElseThrow(
                        () -> new ProblemException(Problems.badToken("Your login has ended. Please log in again.")));
    }

    Optional<Caller> find(Context ctx) {
        return BearerToken.of(ctx).flatMap(authenticate::caller);
    }
}
