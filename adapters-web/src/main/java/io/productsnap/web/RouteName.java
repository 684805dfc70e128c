package io.productsnap.web;

import io.javalin.http.Context;
import java.util.Optional;

/** How logs and metrics name a route: addresses hold ids and, in their queries, tokens. */
final class RouteName {

    private static final String NONE = "-";

    private RouteName() {}

    static String of(Context ctx) {
        return Optional.ofNullable(ctx.endpoints().lastHttpEndpoint())
                .map(endpoint -> endpoint.path)
                .filter(path -> !path.isEmpty())
                .orElse(NONE);
    }
}
