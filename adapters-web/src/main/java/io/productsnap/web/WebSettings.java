package io.productsnap.web;

import io.productsnap.core.policy.Require;
import java.net.URI;
import java.util.List;

/**
 * What the HTTP edge has to be told.
 *
 * @param host the address to listen on, as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 for any that is free
 * @param frontEnd where browsers open the pages; its origin alone may use the refresh cookie, and an {@code https} one makes
 *     that cookie {@code Secure}. Of a loopback address both {@code localhost} and {@code 127.0.0.1} are good
 * @param imageOrigins from where, besides this server, pages may show pictures: where signed links lead
 * @param maxUpload the largest photo, in bytes
 * @param proxies whose {@code X-Forwarded-For} is believed
 * @param refreshTokenInBody whether answers carry the refresh token in their body too, besides the cookie that no script reads
 */
public record WebSettings(
        String host,
        int port,
        URI frontEnd,
        List<URI> imageOrigins,
        long maxUpload,
        TrustedProxies proxies,
        boolean refreshTokenInBody) {

    /** 10 MiB. */
    public static final long DEFAULT_MAX_UPLOAD = 10L * 1024 * 1024;

    /** The whole of a form is read into memory once, so a photo cannot be larger than an array. */
    private static final long LARGEST_MAX_UPLOAD = 1L << 30;

    public WebSettings {
        imageOrigins = List.copyOf(imageOrigins);
        Require.that(port >= 0 && port <= 65_535, "port must be 0 to 65535: " + port);
        Require.that(
                maxUpload >= 1 && maxUpload <= LARGEST_MAX_UPLOAD,
                "maxUpload must be 1 to " + LARGEST_MAX_UPLOAD + ": " + maxUpload);
    }

    /** With the refresh token in the body too, as the client in production wants it. */
    public WebSettings(
            String host, int port, URI frontEnd, List<URI> imageOrigins, long maxUpload, TrustedProxies proxies) {
        this(host, port, frontEnd, imageOrigins, maxUpload, proxies, true);
    }

    boolean isSecure() {
        return "https".equals(frontEnd.getScheme());
    }
}
