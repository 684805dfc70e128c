package io.productsnap.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A seller's client, as a stranger would write it: plain HTTP, and the few fields it needs by their names. */
final class Api {

    private static final String BOUNDARY = "productsnap-test-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    Api(URI base) {
        this.base = base;
    }

    /** @return an access token */
    String register(String email) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(post("/api/auth/register", "application/json", json(email, "a long password")));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return field(answer.body(), "access_token");
    }

    HttpResponse<String> logIn(String email) throws IOException, InterruptedException {
        return logIn(email, "a long password");
    }

    HttpResponse<String> logIn(String email, String password) throws IOException, InterruptedException {
        return send(post("/api/auth/login", "application/json", json(email, password)));
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(post(path, "application/json", json));
    }

    HttpResponse<String> delete(String token, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    HttpResponse<String> create(String token, byte[] photo, String filename, String type)
            throws IOException, InterruptedException {
        byte[] body = form(photo, filename, type, Map.of("mode", "studio_white"));
        return send(HttpRequest.newBuilder(base.resolve("/api/jobs/create"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token));
    }

    HttpResponse<byte[]> fetch(String link) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray());
    }

    /** The whole stream: it ends with the job. */
    String events(String token, String job) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve("/api/jobs/" + job + "/events"))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream"))
                .body();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder post(String path, String type, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
    }

    private static String json(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    private static byte[] form(byte[] file, String filename, String type, Map<String, String> fields)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, field.getKey(), field.getValue())
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, filename, type)
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** The value of the first text field of this name, also the first of a list. */
    static String field(String json, String name) {
        Matcher found =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\\[?\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return found.group(1);
    }
}
