package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Eventually;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener hears of requests. */
final class RequestTimesTest {

    private record Heard(String request, Duration took) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final House house = new House()
            .telling((method, route, status, took) -> heard.add(new Heard(method + " " + route + " " + status, took)))
            .open();

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> requests(int count) {
        // It is told after the answer.
        Eventually.until(() -> heard.size() == count);
        return heard.stream().map(Heard::request).toList();
    }

    @Test
    void itHearsTheRouteAndNeverTheAddress() {
        house.call("/api/jobs/01936f2e-7c40-7a51-9d2b-5f0c1e8a4b77?secret")
                .get()
                .isProblem(401);

        assertEquals(List.of("GET /api/jobs/{id} 401"), requests(1));
        assertTrue(heard.get(0).took().toNanos() > 0);
    }

    @Test
    void whatSendersMakeUpIsOneName() {
        house.call("/no/such/secret").send("ANYTHING", BodyPublishers.noBody());
        house.call("/version").send("ELSE", BodyPublishers.noBody());

        assertTrue(requests(2).stream().allMatch(request -> request.startsWith("OTHER ")), heard::toString);
    }
}
