package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job, over HTTP, with every layer real. */
@TestInstance(Lifecycle.PER_CLASS)
final class FirstPhotoTest {

    private static final Path MUG = Path.of("..", "samples", "photos", "01-mug.jpg");
    private static final int WHITE = 0xFFFFFFFF;

    private Product product;
    private Api api;

    @BeforeAll
    void start(@TempDir Path folder) {
        product = Product.startedIn(folder);
        api = new Api(product.address());
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void aPhotoGoesInAndAFinishedShotComesOut() throws IOException, InterruptedException {
        String token = api.register("ann@example.com");

        HttpResponse<String> created = api.create(token, Files.readAllBytes(MUG), "mug.jpg", "image/jpeg");
        assertEquals(201, created.statusCode(), created.body());
        String job = Api.field(created.body(), "job_id");
        String events = api.events(token, job);
        assertTrue(events.contains("event: completed"), events);

        String done = api.get(token, "/api/jobs/" + job).body();
        BufferedImage shot = read(api.fetch(Api.field(done, "result_urls")));
        assertEquals(2000, shot.getWidth());
        assertEquals(2000, shot.getHeight());
        assertEquals(WHITE, shot.getRGB(0, 0));
        assertEquals(WHITE, shot.getRGB(1999, 1999));
        assertEquals(400, read(api.fetch(Api.field(done, "thumbnail_url"))).getWidth());
        String stats = api.get(token, "/api/users/stats").body();
        assertTrue(stats.contains("\"current_period_usage\":1"), stats);
    }

    @Test
    void theQuotaOfTheFreePlanIsFive() throws IOException, InterruptedException {
        String token = api.register("bob@example.com");
        String user = Api.field(api.get(token, "/api/users/me").body(), "id");
        byte[] mug = Files.readAllBytes(MUG);
        for (int photo = 1; photo <= 5; photo++) {
            assertEquals(201, api.create(token, mug, "mug.jpg", "image/jpeg").statusCode());
        }

        HttpResponse<String> sixth = api.create(token, mug, "mug.jpg", "image/jpeg");

        assertEquals(429, sixth.statusCode(), sixth.body());
        assertEquals(5, product.jobsOf(user));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void aRefusedUploadLeavesNothingBehind(String what, byte[] file, String type, int status)
            throws IOException, InterruptedException {
        String token = api.register(what.replace(' ', '-') + "@example.com");
        String user = Api.field(api.get(token, "/api/users/me").body(), "id");

        HttpResponse<String> answer = api.create(token, file, what + ".png", type);

        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(answer.headers().firstValue("X-Request-ID").isPresent());
        assertEquals(List.of(), product.filesOf(user));
        assertEquals(0, product.jobsOf(user));
        String stats = api.get(token, "/api/users/stats").body();
        assertTrue(stats.contains("\"current_period_usage\":0"), stats);
    }

    static Stream<Arguments> refusals() throws IOException {
        byte[] mug = Files.readAllBytes(MUG);
        byte[] png = Images.png(600, 600);
        return Stream.of(
                Arguments.of("text", "this is no image".getBytes(StandardCharsets.UTF_8), "image/png", 400),
                Arguments.of("one pixel", Images.png(1, 1), "image/png", 400),
                Arguments.of("bomb", Images.pngHeader(30_000, 30_000), "image/png", 400),
                Arguments.of("truncated png", Arrays.copyOf(png, png.length / 2), "image/png", 400),
                Arguments.of("truncated jpeg", Arrays.copyOf(mug, mug.length / 2), "image/jpeg", 400),
                Arguments.of("jpeg that says png", mug, "image/png", 400),
                Arguments.of("gif", "GIF89a......".getBytes(StandardCharsets.US_ASCII), "image/gif", 415),
                Arguments.of("eleven mebibytes", new byte[11 * 1024 * 1024], "image/png", 413),
                Arguments.of("nothing", new byte[0], "image/png", 422));
    }

    @Test
    void anotherPersonsJobIsNotThere() throws IOException, InterruptedException {
        String cid = api.register("cid@example.com");
        String dee = api.register("dee@example.com");
        String job = Api.field(
                api.create(cid, Files.readAllBytes(MUG), "mug.jpg", "image/jpeg")
                        .body(),
                "job_id");

        assertEquals(404, api.get(dee, "/api/jobs/" + job).statusCode());
        assertEquals(404, api.get(dee, "/api/jobs/" + job + "/events").statusCode());
        assertEquals(200, api.get(cid, "/api/jobs/" + job).statusCode());
    }

    private static BufferedImage read(HttpResponse<byte[]> answer) throws IOException {
        assertEquals(200, answer.statusCode());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertNotNull(image);
        return image;
    }
}
