package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.session.DeviceTokens;
import io.productsnap.core.session.Tokens;
import java.util.Optional;

/** By this a device is known again that has logged in before. It outlives the session, and logging out leaves it. */
record DeviceCookie(boolean secure) {

    private HostCookie cookie() {
        return new HostCookie("productsnap_device", secure);
    }

    Optional<String> read(Context ctx) {
        return cookie().read(ctx);
    }

    /** The value of {@code Set-Cookie} that keeps it. */
    String of(Tokens tokens) {
        return cookie().keeping(tokens.device(), DeviceTokens.LIFE);
    }
}
