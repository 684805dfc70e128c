package io.productsnap.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What browsers are told not to do (OWASP ASVS 5.0, V3.4). Each answer starts out as one that may load nothing, be framed by
 * nobody and be kept nowhere; pages and files take back what they need.
 */
final class SecurityHeaders implements Handler {

    static final String CSP = "Content-Security-Policy";
    static final String CACHE = "Cache-Control";
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final boolean secure;
    private final String ofPages;

    SecurityHeaders(WebSettings settings) {
        this.secure = settings.isSecure();
        this.ofPages = ofPages(settings.imageOrigins());
    }

    private static String ofPages(List<URI> imageOrigins) {
        String images = imageOrigins.stream().map(Origins::of).map(" "::concat).collect(Collectors.joining());
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
                + "img-src 'self' blob: data:" + images + "; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    @Override
    public void handle(Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header(CSP, NOTHING);
        ctx.header(CACHE, "no-store");
        if (secure) {
            ctx.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** What a page of ours may do. */
    String ofPages() {
        return ofPages;
    }
}
