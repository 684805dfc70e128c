package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads, over HTTP, with every layer real. */
@Timeout(120)
final class MetricsPageTest {

    private static final Path MUG = Path.of("..", "samples", "photos", "01-mug.jpg");
    private static final String TOKEN = "a token of tests";

    @TempDir
    private Path folder;

    private static String metrics(Product product) throws IOException, InterruptedException {
        HttpResponse<String> answer = new Api(product.address()).get(TOKEN, "/metrics");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static void assertHasAll(String text, List<String> series) {
        for (String one : series) {
            assertTrue(text.lines().anyMatch(line -> line.startsWith(one)), () -> one + " is not in\n" + text);
        }
    }

    @Test
    void aPhotosWayIsMeasured() throws IOException, InterruptedException {
        try (Product product = Product.measured(folder, Role.SERVE, TOKEN)) {
            Api api = new Api(product.address());
            String token = api.register("ann@example.com");
            String job = Api.field(
                    api.create(token, Files.readAllBytes(MUG), "mug.jpg", "image/jpeg")
                            .body(),
                    "job_id");
            // It ends with the job; the metrics are told just before.
            api.events(token, job);

            String text = metrics(product);
            while (!text.contains("productsnap_job_run_seconds_count{outcome=\"done\"} 1")) {
                text = metrics(product);
            }

            assertHasAll(
                    text,
                    List.of(
                            "productsnap_job_wait_seconds_count 1",
                            "productsnap_jobs_queued ",
                            "productsnap_jobs_oldest_age_seconds ",
                            "productsnap_statement_seconds_count{statement=\"admit\"} 1",
                            "productsnap_statement_seconds_count{statement=\"turn\"} ",
                            "productsnap_http_request_seconds_count{method=\"POST\",route=\"/api/jobs/create\",status=\"201\"} 1",
                            "productsnap_mails_total{outcome=\"sent\"} 0",
                            "hikaricp_connections_active{pool=\"productsnap\"} ",
                            "hikaricp_connections_active{pool=\"productsnap-engine\"} ",
                            "jvm_gc_pause_seconds_count",
                            "process_files_open_files "));
            assertEquals(401, api.get("another token of tests", "/metrics").statusCode());
        }
    }

    @Test
    void aWorkerThatServesNobodyShowsItsOwn() throws IOException, InterruptedException {
        try (Product product = Product.measured(folder, Role.WORKER, TOKEN)) {
            assertHasAll(metrics(product), List.of("productsnap_jobs_queued 0", "productsnap_runs_dropped_total 0"));
        }
    }

    @Test
    void withoutATokenThereIsNoSuchPage() throws IOException, InterruptedException {
        try (Product product = Product.startedIn(folder)) {
            assertEquals(404, new Api(product.address()).get(TOKEN, "/metrics").statusCode());
        }
    }

    @Test
    void aTokenThatIsTooShortIsToldAndNotRepeated() {
        Map<String, String> settings = Product.settings(folder);
        settings.put("METRICS_TOKEN", "fifteen bytes..");

        SettingsInvalid told = assertThrows(SettingsInvalid.class, () -> Settings.read(settings));

        assertTrue(told.toString().contains("METRICS_TOKEN is too weak"), told::toString);
        assertTrue(!told.toString().contains("fifteen"), told::toString);
    }
}
