package io.productsnap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A request to be made. */
final class Call {

    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final HttpRequest.Builder request;

    Call(URI uri) {
        request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    }

    Call with(String header, String value) {
        request.header(header, value);
        return this;
    }

    Call as(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    Answered get() {
        return send("GET", BodyPublishers.noBody());
    }

    Answered post() {
        return send("POST", BodyPublishers.noBody());
    }

    Answered delete() {
        return send("DELETE", BodyPublishers.noBody());
    }

    /** @param json with {@code '} for {@code "} */
    Answered post(String json) {
        return json("POST", json);
    }

    Answered json(String method, String json) {
        request.header("Content-Type", "application/json");
        return send(method, BodyPublishers.ofString(json.replace('\'', '"')));
    }

    Answered post(Form form) {
        request.header("Content-Type", form.contentType());
        return send("POST", BodyPublishers.ofByteArray(form.bytes()));
    }

    Answered send(String method, BodyPublisher body) {
        try {
            return new Answered(CLIENT.send(request.method(method, body).build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest build() {
        return request.build();
    }
}
