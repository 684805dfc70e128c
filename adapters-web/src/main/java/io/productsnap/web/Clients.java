package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.person.Client;
import java.util.Collections;
import java.util.Optional;

/** Tells where requests come from. */
record Clients(TrustedProxies proxies) {

    Client of(Context ctx) {
        String ip = proxies.clientOf(
                ctx.req().getRemoteAddr(), Collections.list(ctx.req().getHeaders("X-Forwarded-For")));
        return new Client(ip, Optional.ofNullable(ctx.userAgent()).orElse(""));
    }
}
