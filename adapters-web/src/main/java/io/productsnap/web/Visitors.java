package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.person.Client;
import io.productsnap.core.session.Authenticate;
import io.productsnap.core.session.Visit;
import java.util.Optional;

/** All that is known of whoever makes a request: address, access token, cookies; and how tokens are given to them. */
record Visitors(Clients clients, Callers callers, TokenReplies replies, Origins origins) {

    static Visitors of(WebSettings settings, Authenticate authenticate) {
        return new Visitors(
                new Clients(settings.proxies()),
                new Callers(authenticate),
                TokenReplies.of(settings),
                Origins.ofFrontEnd(settings.frontEnd()));
    }

    RefreshCookie cookie() {
        return replies.cookie();
    }

    Client client(Context ctx) {
        return clients.of(ctx);
    }

    /** Who stands at the door, with what the device has kept of earlier logins. */
    Visit visit(Context ctx) {
        return new Visit(client(ctx), replies.device().read(ctx));
    }

    /**
     * The refresh token that the browser sent by itself.
     *
     * @throws ProblemException when there is one, and another site's page had it sent
     */
    Optional<String> cookieOf(Context ctx) {
        Optional<String> sent = cookie().read(ctx);
        if (sent.isPresent()) {
            origins.demand(ctx);
        }
        return sent;
    }
}
