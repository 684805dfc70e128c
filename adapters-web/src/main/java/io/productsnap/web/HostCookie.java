package io.productsnap.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * A cookie that no script can read and no other site's page can send. Over https its name begins with {@code __Host-}, so that no
 * other host of the domain can set it (RFC 6265bis, section 4.1.3.2); over http, which is development, no browser would take that.
 *
 * @param plainName the name without that
 */
record HostCookie(String plainName, boolean secure) {

    private String name() {
        return (secure ? "__Host-" : "") + plainName;
    }

    Optional<String> read(Context ctx) {
        return Optional.ofNullable(ctx.cookie(name()));
    }

    /** The value of {@code Set-Cookie} that keeps a value; nothing in it needs quoting. */
    String keeping(String value, Duration life) {
        return name() + "=" + value + "; Path=/; Max-Age=" + life.toSeconds() + (secure ? "; Secure" : "")
                + "; HttpOnly; SameSite=Lax";
    }

    /** The one that makes the browser forget it: the same but for its life, or it would be another cookie. */
    String cleared() {
        return keeping("", Duration.ZERO);
    }
}
