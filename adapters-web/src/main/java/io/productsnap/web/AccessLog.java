package io.productsnap.web;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** One line for each request. */
final class AccessLog implements RequestLogger {

    private static final Logger LOG = LoggerFactory.getLogger("io.productsnap.web.access");

    @Override
    public void handle(Context ctx, Float millis) {
        String route = RouteName.of(ctx);
        // A stream ends on another thread than it began on.
        MDC.put(RequestIds.MDC_KEY, RequestIds.of(ctx.req()));
        try {
            LOG.atLevel(isAskedAllDay(route) ? Level.DEBUG : Level.INFO)
                    .log("{} {} {} {}ms", ctx.method(), route, ctx.statusCode(), Math.round(millis));
        } finally {
            MDC.remove(RequestIds.MDC_KEY);
        }
    }

    private static boolean isAskedAllDay(String route) {
        return route.startsWith("/health") || route.equals("/metrics");
    }
}
