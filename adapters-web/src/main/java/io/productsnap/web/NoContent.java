package io.productsnap.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;

/**
 * It is done, and there is nothing to be said about it.
 *
 * @param headers those that are particular to it
 */
record NoContent(Map<String, String> headers) implements Reply {

    NoContent() {
        this(Map.of());
    }

    @Override
    public void to(Context ctx) {
        headers.forEach(ctx::header);
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
