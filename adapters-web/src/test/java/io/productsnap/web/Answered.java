package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An answer that came over the wire. */
record Answered(HttpResponse<byte[]> response) {

    int status() {
        return response.statusCode();
    }

    /** The header's only value; fails when it is missing. */
    String header(String name) {
        return response.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name + ": " + this));
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    boolean has(String header) {
        return response.headers().firstValue(header).isPresent();
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.MAPPER.readTree(response.body());
    }

    String text(String field) {
        return json().path(field).stringValue();
    }

    Answered is(int status) {
        assertEquals(status, status(), this::toString);
        return this;
    }

    /** Checks that it is a whole problem of this status. */
    Answered isProblem(int status) {
        return isProblem(status, "about:blank");
    }

    Answered isProblem(int status, String type) {
        is(status);
        assertEquals("application/problem+json", header("Content-Type"));
        JsonNode problem = json();
        assertEquals(type, problem.path("type").stringValue());
        assertEquals(status, problem.path("status").intValue());
        assertTrue(!problem.path("title").stringValue().isBlank());
        assertTrue(problem.path("detail").stringValue().endsWith("."), this::toString);
        assertEquals(
                response.request().uri().getRawPath(), problem.path("instance").stringValue());
        assertEquals(header("X-Request-ID"), problem.path("request_id").stringValue());
        assertEquals("no-store", header("Cache-Control"));
        return this;
    }

    /** Checks that it complains of these fields, in this order. */
    void complainsOf(String... fields) {
        isProblem(422);
        List<String> named = json().path("errors")
                .valueStream()
                .map(error -> error.path("field").stringValue())
                .toList();
        assertEquals(List.of(fields), named, this::toString);
    }

    @Override
    public String toString() {
        return status() + " " + response.headers().map() + "\n" + text();
    }
}
