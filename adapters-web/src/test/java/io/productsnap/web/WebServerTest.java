package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.productsnap.core.contract.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class WebServerTest {

    @Test
    void aRequestThatIsUnderWayIsFinishedWhenTheServerStops() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        House house = new House()
                .with(routes -> routes.get("/slow", ctx -> {
                    arrived.countDown();
                    goOn.await();
                    ctx.result("done");
                }))
                .open();
        CompletableFuture<HttpResponse<byte[]>> answer =
                Call.CLIENT.sendAsync(house.call("/slow").build(), BodyHandlers.ofByteArray());
        arrived.await();

        CompletableFuture<Void> stopped =
                CompletableFuture.runAsync(() -> house.server().stop(Duration.ofSeconds(10)));
        URI health = URI.create("http://127.0.0.1:" + house.server().port() + "/health");
        Eventually.until(() -> isRefused(health));
        goOn.countDown();

        assertEquals("done", new Answered(answer.join()).is(200).text());
        stopped.join();
    }

    private static boolean isRefused(URI uri) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    @Test
    void aPortThatIsTakenIsTold() {
        try (House house = new House().open()) {
            WebSettings same = new WebSettings(
                    "127.0.0.1",
                    house.server().port(),
                    House.FRONT_END,
                    List.of(),
                    WebSettings.DEFAULT_MAX_UPLOAD,
                    TrustedProxies.NONE);
            WebServer second = WebServer.ofHealth(same, house.operations());

            IllegalStateException taken = assertThrows(IllegalStateException.class, second::start);

            assertEquals("port " + house.server().port() + " on 127.0.0.1 is taken", taken.getMessage());
        }
    }

    @Test
    void nonsensicalSettingsAreRefusedByName() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new WebSettings("127.0.0.1", 70_000, House.FRONT_END, List.of(), 1, TrustedProxies.NONE));

        assertEquals("port must be 0 to 65535: 70000", refused.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new WebSettings("127.0.0.1", 0, House.FRONT_END, List.of(), 0, TrustedProxies.NONE));
    }
}
