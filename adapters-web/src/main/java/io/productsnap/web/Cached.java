package io.productsnap.web;

import io.javalin.http.Context;
import java.util.Optional;

/** Answers that a client may keep, and asks about again (RFC 9110, section 13.1.2). */
final class Cached {

    private Cached() {}

    /** @param etag without quotes; it changes when the content does */
    static void answer(Context ctx, String etag, String mediaType, byte[] content) {
        String quoted = "\"" + etag + "\"";
        ctx.header("ETag", quoted);
        ctx.addHeader("Vary", "Accept-Encoding");
        Optional<String> known = Optional.ofNullable(ctx.header("If-None-Match"));
        if (known.filter(tags -> tags.contains(quoted) || tags.strip().equals("*"))
                .isPresent()) {
            ctx.status(304);
            return;
        }
        ctx.contentType(mediaType).result(content);
    }
}
