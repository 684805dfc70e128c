package io.productsnap.web;

import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The same words for what Jetty refuses by itself, before any route sees it: a header that is too long, a broken address. */
final class JettyProblems extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        String id = Optional.ofNullable(headers.get(RequestIds.HEADER))
                .orElseGet(() -> RequestIds.nameFor(
                        Optional.ofNullable(request.getHeaders().get(RequestIds.HEADER))));
        headers.put(RequestIds.HEADER, id);
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.put(new HttpField(SecurityHeaders.CACHE, "no-store"));
        headers.put(new HttpField("X-Content-Type-Options", "nosniff"));
        headers.put(new HttpField(SecurityHeaders.CSP, SecurityHeaders.NOTHING));
        response.write(true, ByteBuffer.wrap(body(code, path(request), id)), callback);
    }

    /** Empty where the address itself could not be read: Jetty has a word of its own for that. */
    private static String path(Request request) {
        return Optional.ofNullable(request.getHttpURI().getPath())
                .filter(path -> !path.equals("/badMessage"))
                .orElse("");
    }

    private static byte[] body(int code, String path, String id) {
        Problem problem = Problem.of(HttpStatus.forStatus(code), "This request cannot be understood.");
        return Json.MAPPER.writeValueAsString(problem.view(path, id)).getBytes(StandardCharsets.UTF_8);
    }
}
