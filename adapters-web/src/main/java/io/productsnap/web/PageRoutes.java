package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;

/** The pages. */
final class PageRoutes {

    private static final String HTML = "text/html;charset=utf-8";

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/", "index"),
            Map.entry("/devices", "devices"),
            Map.entry("/library", "library"),
            Map.entry("/login", "login"),
            Map.entry("/register", "register"),
            Map.entry("/verify-email", "verify-email"),
            Map.entry("/forgot-password", "forgot-password"),
            Map.entry("/reset-password", "reset-password"),
            Map.entry("/confirm-email", "confirm-email"),
            Map.entry("/account", "account"),
            Map.entry("/api/docs", "api-docs"));

    private final SecurityHeaders headers;
    private final ClassPathFile notFound = ClassPathFile.read("/public/not-found.html");

    PageRoutes(SecurityHeaders headers) {
        this.headers = headers;
    }

    void install(RoutesConfig routes) {
        PAGES.forEach((path, name) -> ReadRoutes.get(routes, path, page("/public/" + name + ".html")));
        routes.error(HttpStatus.NOT_FOUND, this::nothingHere);
    }

    private Handler page(String file) {
        ClassPathFile html = ClassPathFile.read(file);
        return ctx -> {
            beAPage(ctx);
            Cached.answer(ctx, html.etag(), HTML, html.content());
        };
    }

    private void beAPage(Context ctx) {
        ctx.header(SecurityHeaders.CSP, headers.ofPages());
        ctx.header(SecurityHeaders.CACHE, Assets.ASK_AGAIN);
    }

    /** A person who went astray gets a page; a program gets the problem that is there already. */
    private void nothingHere(Context ctx) {
        boolean isPerson = Optional.ofNullable(ctx.header("Accept"))
                .filter(accept -> accept.contains("text/html"))
                .isPresent();
        if (isPerson && !ctx.path().startsWith("/api/") && !ctx.path().startsWith(PhotoFileRoutes.PATH + "/")) {
            beAPage(ctx);
            ctx.contentType(HTML).result(notFound.content());
        }
    }
}
