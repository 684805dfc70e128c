package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.session.Tokens;
import java.time.Duration;
import java.util.Optional;

/**
 * The refresh token where no script can read it. Over https its name begins with {@code __Host-}, so that no other host of the
 * domain can set it (RFC 6265bis, section 4.1.3.2); over http, which is development, no browser would take that.
 */
record RefreshCookie(boolean secure) {

    private String name() {
        return (secure ? "__Host-" : "") + "productsnap_refresh";
    }

    Optional<String> read(Context ctx) {
        return Optional.ofNullable(ctx.cookie(name()));
    }

    /** The value of {@code Set-Cookie} that keeps the tokens' refresh token. */
    String of(Tokens tokens) {
        return cookie(tokens.refresh(), tokens.refreshLife());
    }

    /** The one that makes the browser forget it. */
    String cleared() {
        return cookie("", Duration.ZERO);
    }

    private String cookie(String value, Duration life) {
        return name() + "=" + value + "; Path=/; Max-Age=" + life.toSeconds() + (secure ? "; Secure" : "")
                + "; HttpOnly; SameSite=Lax";
    }
}
