package io.productsnap.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.RequestLogger;
import java.time.Duration;

/** Tells a listener of each request. */
record RequestTimes(RequestListener listener) implements RequestLogger {

    private static final float NANOS_A_MILLI = 1_000_000;

    @Override
    public void handle(Context ctx, Float millis) {
        boolean isKnown = HandlerType.commonHttp().contains(ctx.method());
        listener.answered(
                isKnown ? ctx.method().name() : "OTHER", RouteName.of(ctx), ctx.statusCode(), Duration.ofNanos((long)
                        (millis * NANOS_A_MILLI)));
    }
}
