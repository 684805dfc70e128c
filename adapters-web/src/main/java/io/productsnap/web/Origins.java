package io.productsnap.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The origins whose pages may make a browser use its refresh cookie. */
record Origins(Set<String> allowed) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    Origins {
        allowed = Set.copyOf(allowed);
    }

    /** The front end's own; on one's own machine, by either of its names. */
    static Origins ofFrontEnd(URI frontEnd) {
        Set<String> allowed = new LinkedHashSet<>();
        allowed.add(of(frontEnd));
        if (LOOPBACK.contains(frontEnd.getHost())) {
            LOOPBACK.forEach(host -> allowed.add(of(frontEnd.getScheme(), host, frontEnd.getPort())));
        }
        return new Origins(allowed);
    }

    /** As browsers write it: without a path, and without the port that goes without saying (RFC 6454, section 6.2). */
    static String of(URI uri) {
        return of(uri.getScheme(), uri.getHost(), uri.getPort());
    }

    private static String of(String scheme, String host, int port) {
        boolean usual = port < 0 || ("https".equals(scheme) && port == 443) || ("http".equals(scheme) && port == 80);
        return (scheme + "://" + host).toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }

    boolean allow(String origin) {
        return allowed.contains(origin);
    }

    /** @throws ProblemException when another site's page made the browser send this */
    void demand(Context ctx) {
        String origin = ctx.header("Origin");
        boolean ours = origin != null && allow(origin);
        if (!ours && !"same-origin".equals(ctx.header("Sec-Fetch-Site"))) {
            throw new ProblemException(Problems.forbidden("This request came from another site."));
        }
    }
}
