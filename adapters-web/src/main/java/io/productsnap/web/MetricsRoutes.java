package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What is measured, in the one format that all who gather such figures read. */
record MetricsRoutes(MetricsPage page) {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    void install(RoutesConfig routes) {
        ReadRoutes.get(routes, "/metrics", this::show);
    }

    private void show(Context ctx) {
        if (BearerToken.of(ctx).filter(this::isRight).isEmpty()) {
            Problems.noMetrics().to(ctx);
            return;
        }
        ctx.contentType(TEXT).result(page.text().get());
    }

    /** In the same time whatever is wrong with it: nobody finds its letters one by one. */
    private boolean isRight(String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), page.token().getBytes(StandardCharsets.UTF_8));
    }
}
