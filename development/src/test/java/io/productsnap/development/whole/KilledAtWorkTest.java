package io.productsnap.development.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program and its servers are killed while a job runs. Started again, they finish it. */
final class KilledAtWorkTest {

    private static final Path MUG = Path.of("..", "samples", "photos", "01-mug.jpg");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aJobThatRanIsFinishedAfterwards(@TempDir Path folder) throws IOException, InterruptedException {
        try (RunningProduct product = RunningProduct.startedIn(folder)) {
            String token = field(register(product), "access_token");
            String job = field(create(product, token), "job_id");
            RunningProduct.until("running", () -> status(product, token, job).matches("processing|completed"));

            product.killEverything();
            product.startAgain();

            RunningProduct.until("completed", () -> status(product, token, job).equals("completed"));
            String link = field(get(product, token, job), "result_urls");
            HttpResponse<byte[]> picture =
                    http.send(HttpRequest.newBuilder(java.net.URI.create(link)).build(), BodyHandlers.ofByteArray());
            assertEquals(200, picture.statusCode());
            assertTrue(picture.body().length > 100_000);
        }
    }

    @Test
    void itEndsCleanlyWhenItIsAskedTo(@TempDir Path folder) {
        RunningProduct product = RunningProduct.startedIn(folder);

        product.close();

        assertTrue(product.logged().contains("ProductSnap has ended"), product.logged());
        assertEquals(143, product.exitCode());
    }

    private String status(RunningProduct product, String token, String job) {
        try {
            return field(get(product, token, job), "status");
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            throw new AssertionError("interrupted", stop);
        }
    }

    private String register(RunningProduct product) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(product.address().resolve("/api/auth/register"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\"ann@example.com\",\"password\":\"a long password\"}")));
    }

    private String create(RunningProduct product, String token) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String before = """
                --b
                Content-Disposition: form-data; name="mode"

                studio_white
                --b
                Content-Disposition: form-data; name="file"; filename="mug.jpg"
                Content-Type: image/jpeg

                """;
        // Lines of a form end in CR LF (RFC 2046, section 4.1.1).
        body.write(before.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(Files.readAllBytes(MUG));
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(product.address().resolve("/api/jobs/create"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private String get(RunningProduct product, String token, String job) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(product.address().resolve("/api/jobs/" + job))
                .header("Authorization", "Bearer " + token));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, answer.statusCode() + ": " + answer.body());
        return answer.body();
    }

    private static String field(String json, String name) {
        Matcher found =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\\[?\\s*\"([^\"]*)\"").matcher(json);
        assertTrue(found.find(), () -> "no " + name + " in " + json);
        return found.group(1);
    }
}
