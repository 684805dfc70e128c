package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What an operator finds in the log. */
@Timeout(120)
final class JobLinesTest {

    private static final Path MUG = Path.of("..", "samples", "photos", "01-mug.jpg");

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.productsnap.core.job");
    private final Lines lines = new Lines();

    private record Line(String text, Optional<String> request) {}

    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<Line> all = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            all.add(new Line(
                    event.getFormattedMessage(),
                    Optional.ofNullable(event.getMDCPropertyMap().get("request_id"))));
        }

        List<Line> of(String job) {
            return all.stream().filter(line -> line.text().contains(job)).toList();
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void theLinesOfAJobTellItsOwnerAndLeadToItsRequest(@TempDir Path folder) throws IOException, InterruptedException {
        try (Product product = Product.startedIn(folder)) {
            Api api = new Api(product.address());
            String token = api.register("ann@example.com");
            String user = Api.field(api.get(token, "/api/users/me").body(), "id");
            HttpResponse<String> created = api.create(token, Files.readAllBytes(MUG), "mug.jpg", "image/jpeg");
            String job = Api.field(created.body(), "job_id");
            api.events(token, job);

            String about = "job " + job + " of " + user + ": ";
            // A worker may be quicker than the line of whoever submits.
            assertEquals(
                    Set.of(
                            new Line(about + "QUEUED", created.headers().firstValue("X-Request-ID")),
                            new Line(about + "PROCESSING", Optional.empty()),
                            new Line(about + "COMPLETED, retry 0/3", Optional.empty())),
                    Set.copyOf(lines.of(job)));
        }
    }
}
