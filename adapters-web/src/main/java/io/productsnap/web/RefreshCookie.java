package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.session.Tokens;
import java.util.Optional;

/** The refresh token where no script can read it. */
record RefreshCookie(boolean secure) {

    private HostCookie cookie() {
        return new HostCookie("productsnap_refresh", secure);
    }

    Optional<String> read(Context ctx) {
        return cookie().read(ctx);
    }

    /** The value of {@code Set-Cookie} that keeps the tokens' refresh token. */
    String of(Tokens tokens) {
        return cookie().keeping(tokens.refresh(), tokens.refreshLife());
    }

    /** The one that makes the browser forget it. */
    String cleared() {
        return cookie().cleared();
    }
}
