package io.productsnap.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * It went as it should.
 *
 * @param body a view, written as JSON
 * @param headers those that are particular to it; of one name there may be several
 */
record Answer(int status, Object body, List<Header> headers) implements Reply {

    Answer {
        headers = List.copyOf(headers);
    }

    /** A sentence for a person. */
    record Message(String message) {}

    record Header(String name, String value) {}

    static Answer ok(Object body) {
        return new Answer(200, body, List.of());
    }

    static Answer created(Object body) {
        return new Answer(201, body, List.of());
    }

    static Answer accepted(Object body) {
        return new Answer(202, body, List.of());
    }

    static Answer said(String message) {
        return ok(new Message(message));
    }

    Answer with(String header, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(header, value));
        return new Answer(status, body, more);
    }

    @Override
    public void to(Context ctx) {
        headers.forEach(header -> ctx.res().addHeader(header.name(), header.value()));
        ctx.status(status).json(body);
    }
}
