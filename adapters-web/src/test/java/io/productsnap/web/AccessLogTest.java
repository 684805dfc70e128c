package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.productsnap.core.contract.Eventually;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class AccessLogTest {

    private static final MetricsPage PAGE = new MetricsPage("sixteen bytes or", () -> "");

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.productsnap.web.access");
    private final Lines lines = new Lines();
    private final House house = new House().with(PAGE).open();

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        /** The lines without the time a request took. */
        List<String> texts() {
            return events.stream()
                    .map(event -> event.getFormattedMessage().replaceFirst(" \\d+ms$", ""))
                    .toList();
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void close() {
        logger.detachAppender(lines);
        logger.setLevel(null);
        house.close();
    }

    private void waitForLines(int count) {
        // The line is written after the answer.
        Eventually.until(() -> lines.events.size() == count);
    }

    @Test
    void aLineNamesTheRouteTheStatusAndTheRequestAndNoSecret() {
        Answered answered = house.call("/api/jobs/01936f2e-7c40-7a51-9d2b-5f0c1e8a4b77/events?ticket=secret")
                .get()
                .isProblem(401);
        waitForLines(1);

        assertEquals(List.of("GET /api/jobs/{id}/events 401"), lines.texts());
        assertEquals(
                answered.header("X-Request-ID"),
                lines.events.get(0).getMDCPropertyMap().get("request_id"));
    }

    @Test
    void whatHasNoRouteIsNotNamedByItsSender() {
        house.call("/no/such/secret").get().is(404);
        waitForLines(1);

        assertEquals(List.of("GET - 404"), lines.texts());
    }

    @Test
    void whatIsAskedAllDayIsNotWorthALine() {
        house.call("/health").get().is(200);
        house.call("/metrics").as(PAGE.token()).get().is(200);
        house.call("/version").get().is(200);
        waitForLines(1);

        assertEquals(List.of("GET /version 200"), lines.texts());
    }
}
