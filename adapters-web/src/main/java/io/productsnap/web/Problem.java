package io.productsnap.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.productsnap.core.policy.Complaint;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, for the person who asked (RFC 9457).
 *
 * @param type tells programs what to do about it, where the status does not; else {@code about:blank}
 * @param detail a sentence that is shown as it is
 * @param errors what is wrong with which field
 */
record Problem(String type, HttpStatus status, String detail, List<Complaint> errors, Map<String, String> headers)
        implements Reply {

    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    static Problem of(HttpStatus status, String detail) {
        return new Problem("about:blank", status, detail, List.of(), Map.of());
    }

    Problem typed(String name) {
        return new Problem("/problems/" + name, status, detail, errors, headers);
    }

    Problem with(String header, String value) {
        return new Problem(type, status, detail, errors, Map.of(header, value));
    }

    Problem because(List<Complaint> complaints) {
        return new Problem(type, status, detail, complaints, headers);
    }

    /** @param wait rounded up to whole seconds: whoever waits that long comes in time */
    Problem retryAfter(Duration wait) {
        return with(
                "Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    @Override
    public void to(Context ctx) {
        RequestBody.drain(ctx);
        headers.forEach(ctx::header);
        byte[] body = Json.MAPPER.writeValueAsBytes(view(ctx.path(), RequestIds.of(ctx.req())));
        ctx.status(status).contentType(MEDIA_TYPE).result(body);
    }

    View view(String path, String requestId) {
        return new View(type, status.getMessage(), status.getCode(), detail, path, requestId, errors);
    }

    /** As it is written. */
    record View(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String requestId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Complaint> errors) {}
}
