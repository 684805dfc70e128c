package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.person.Client;
import io.productsnap.core.session.Authenticate;
import java.util.Optional;

/** All that is known of whoever makes a request: address, access token, refresh cookie. */
record Visitors(Clients clients, Callers callers, RefreshCookie cookie, Origins origins) {

    static Visitors of(WebSettings settings, Authenticate authenticate) {
        return new Visitors(
                new Clients(settings.proxies()),
                new Callers(authenticate),
                new RefreshCookie(settings.isSecure()),
                Origins.ofFrontEnd(settings.frontEnd()));
    }

    Client client(Context ctx) {
        return clients.of(ctx);
    }

    /**
     * The refresh token that the browser sent by itself.
     *
     * @throws ProblemException when there is one, and another site's page had it sent
     */
    Optional<String> cookieOf(Context ctx) {
        Optional<String> sent = cookie.read(ctx);
        if (sent.isPresent()) {
            origins.demand(ctx);
        }
        return sent;
    }
}
