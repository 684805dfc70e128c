package io.productsnap.web;

import io.javalin.http.Context;
import java.util.Map;

/**
 * It went as it should.
 *
 * @param body a view, written as JSON
 * @param headers those that are particular to it
 */
record Answer(int status, Object body, Map<String, String> headers) implements Reply {

    /** A sentence for a person. */
    record Message(String message) {}

    static Answer ok(Object body) {
        return new Answer(200, body, Map.of());
    }

    static Answer created(Object body) {
        return new Answer(201, body, Map.of());
    }

    static Answer accepted(Object body) {
        return new Answer(202, body, Map.of());
    }

    static Answer said(String message) {
        return ok(new Message(message));
    }

    Answer with(String header, String value) {
        return new Answer(status, body, Map.of(header, value));
    }

    @Override
    public void to(Context ctx) {
        headers.forEach(ctx::header);
        ctx.status(status).json(body);
    }
}
