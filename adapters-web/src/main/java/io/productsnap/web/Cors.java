package io.productsnap.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;

/**
 * Lets a front end that lives on another origin than this server call it (Fetch, "CORS protocol"): the configured one, exactly. A
 * question before a call is answered here and reaches no route.
 */
record Cors(Origins origins) implements Handler {

    @Override
    public void handle(Context ctx) {
        // Said always: what is answered depends on it, and a cache must not mix the two.
        ctx.header("Vary", "Origin");
        Optional<String> origin = Optional.ofNullable(ctx.header("Origin")).filter(origins::allow);
        origin.ifPresent(allowed -> {
            ctx.header("Access-Control-Allow-Origin", allowed);
            ctx.header("Access-Control-Allow-Credentials", "true");
            ctx.header("Access-Control-Expose-Headers", "X-Request-ID, Retry-After");
        });
        boolean asks = ctx.method().equals(HandlerType.OPTIONS) && ctx.header("Access-Control-Request-Method") != null;
        if (origin.isPresent() && asks) {
            ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
            ctx.header(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-Request-ID");
            ctx.header("Access-Control-Max-Age", "600");
            ctx.status(204).skipRemainingHandlers();
        }
    }
}
