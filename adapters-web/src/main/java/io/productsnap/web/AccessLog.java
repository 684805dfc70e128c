package io.productsnap.web;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * One line for each request. It names the route and not the address: addresses hold ids and, in their queries, tokens.
 */
final class AccessLog implements RequestLogger {

    private static final Logger LOG = LoggerFactory.getLogger("io.productsnap.web.access");

    @Override
    public void handle(Context ctx, Float millis) {
        String route = Optional.ofNullable(ctx.endpoints().lastHttpEndpoint())
                .map(endpoint -> endpoint.path)
                .filter(path -> !path.isEmpty())
                .orElse("-");
        // A stream ends on another thread than it began on.
        MDC.put(RequestIds.MDC_KEY, RequestIds.of(ctx.req()));
        try {
            // Platforms ask for the health all day long.
            LOG.atLevel(route.startsWith("/health") ? Level.DEBUG : Level.INFO)
                    .log("{} {} {} {}ms", ctx.method(), route, ctx.statusCode(), Math.round(millis));
        } finally {
            MDC.remove(RequestIds.MDC_KEY);
        }
    }
}
