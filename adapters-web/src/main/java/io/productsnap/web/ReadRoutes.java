package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Routes that are read. */
final class ReadRoutes {

    private ReadRoutes() {}

    /** Takes {@code HEAD} too: left alone, Javalin answers it with 200 without asking anybody. */
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
