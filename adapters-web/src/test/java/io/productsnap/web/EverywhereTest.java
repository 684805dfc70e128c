package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.Unavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract promises of every path, and what strangers try. */
final class EverywhereTest {

    private final House house = new House().open();

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/auth/login    | POST",
                "DELETE | /api/users/me      | GET, HEAD, PUT",
                "GET    | /api/jobs/create   | POST",
                "DELETE | /api/jobs/create   | POST",
                "POST   | /api/jobs/list     | GET, HEAD",
                "PATCH  | /api/jobs/list     | GET, HEAD",
                "POST   | /api/jobs/x        | GET, HEAD, PATCH, DELETE",
                "PUT    | /api/jobs/x/events | GET",
                "GET    | /api/jobs/x/ticket | POST",
                "POST   | /health            | GET, HEAD",
                "POST   | /version           | GET, HEAD",
                "POST   | /api/docs          | GET, HEAD",
            })
    void aWrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
        Answered refused =
                house.call(path).send(method, BodyPublishers.noBody()).isProblem(405);

        assertEquals(sorted(allowed), sorted(refused.header("Allow")));
    }

    private static String sorted(String methods) {
        return methods.lines()
                .flatMap(line -> Arrays.stream(line.split(", ", -1)))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/nothing", "/api/auth", "/api/jobs", "/api/jobs/x/y/z", "/api/users"})
    void anUnknownPathIsAProblem(String path) {
        house.call(path).get().isProblem(404);
        house.call(path).post("{}").isProblem(404);
    }

    @Test
    void aDatabaseThatIsAwayIsToldWithWhenToComeBack() {
        try (House away = new House()
                .with(routes -> routes.get("/away", ctx -> {
                    throw new Unavailable("Postgres cannot be reached", new IOException("no route"));
                }))
                .open()) {
            assertEquals("10", away.call("/away").get().isProblem(503).header("Retry-After"));
        }
    }

    @Test
    void aSaneNameOfARequestIsKept() {
        assertEquals(
                "A.b_c-9",
                house.call("/health").with("X-Request-ID", "A.b_c-9").get().header("X-Request-ID"));
        String longest = "x".repeat(128);
        assertEquals(
                longest,
                house.call("/nothing").with("X-Request-ID", longest).get().header("X-Request-ID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a/b", "ä", "<script>"})
    void anotherOneIsReplaced(String name) {
        Answered answered =
                house.call("/health").with("X-Request-ID", name).get().is(200);

        assertNotEquals(name, answered.header("X-Request-ID"));
        assertEquals(36, answered.header("X-Request-ID").length());
        assertEquals(
                36,
                house.call("/health")
                        .with("X-Request-ID", "x".repeat(129))
                        .get()
                        .header("X-Request-ID")
                        .length());
    }

    @Test
    void everyRequestHasANameOfItsOwn() {
        assertNotEquals(
                house.call("/health").get().header("X-Request-ID"),
                house.call("/health").get().header("X-Request-ID"));
    }

    private Answered logIn(String contentType, String body) {
        return house.call("/api/auth/login")
                .with("Content-Type", contentType)
                .send("POST", BodyPublishers.ofString(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"email\":}",
                "nonsense",
                "{\"email\":\"a\"} {}",
                "{\"email\":\"a\",\"email\":\"b\"}",
                "[]",
                "7",
                "null",
                "\"text\"",
                "",
                "{\"email\":\"a\nb\"}",
                "{'email':'a'}",
                "\u0000",
                "{\"email\":NaN}"
            })
    void malformedJsonIsABadRequest(String body) {
        logIn("application/json", body).isProblem(400);
    }

    @Test
    void jsonOfManyLevelsIsABadRequest() {
        logIn("application/json", "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                .isProblem(400);
        logIn("application/json", "{\"a\":[[[1]]]}").complainsOf("email", "password");
    }

    @Test
    void bytesThatAreNoTextAreABadRequest() {
        byte[] body = "{\"email\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);

        house.call("/api/auth/login")
                .with("Content-Type", "application/json")
                .send("POST", BodyPublishers.ofByteArray(body))
                .isProblem(400);
    }

    @Test
    void tooMuchJsonIsTooMuch() {
        logIn("application/json", "{\"email\":\"" + "x".repeat(64 * 1024) + "\"}")
                .isProblem(413);
        logIn("application/json", "{\"email\":\"" + "x".repeat(20 * 1024 * 1024) + "\"}")
                .isProblem(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "application/jsonp", "x"})
    void whatSaysThatItIsNoJsonIsNotRead(String contentType) {
        logIn(contentType, "{\"email\":\"ann@example.com\",\"password\":\"x\"}").isProblem(415);
    }

    @Test
    void jsonMaySayItsCharacterSet() {
        logIn("Application/JSON; charset=utf-8", "{}").complainsOf("email", "password");
    }

    @Test
    void strangeTextsAreTextsLikeOthers() {
        logIn("application/json", "{\"email\":\"a\\u0000@example.com\",\"password\":\"x\"}")
                .complainsOf("email");
        logIn("application/json", "{\"email\":\"ann@example.com\",\"password\":\"\\u0000\\ud800 😀\"}")
                .isProblem(401);
        logIn("application/json", "{\"email\":\"ann@example.com\",\"password\":\"" + "x".repeat(5_000) + "\"}")
                .isProblem(401);
    }

    @Test
    void anUnexpectedFailureIsAProblemThatTellsNothing() {
        try (House broken = new House().keepingPhotosIn(new BrokenStore()).open()) {
            Answered answered = broken.someone()
                    .call("/api/jobs/create")
                    .post(Form.ofPhoto("jpeg 1"))
                    .isProblem(500);

            assertFalse(answered.text().contains("secret"), answered::text);
            assertFalse(answered.text().contains("Exception"), answered::text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /health HTTP/1.1\\r\\nHost: a\\r\\nX: \u0001\\r\\n\\r\\n, 400",
        "GET /api/jobs/%2e%2e%2f HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n, 400",
        "GET /%zz HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n, 400",
        "GET /health HTTP/1.1\\r\\n\\r\\n, 400",
        "nonsense\\r\\n\\r\\n, 400",
        "GET /health HTTP/9.9\\r\\nHost: a\\r\\n\\r\\n, 505",
        "BREW /health HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n, 405",
        "TRACE /health HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n, 405",
        "POST /api/auth/login HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n, 400",
        "POST /api/auth/login HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 5\\r\\nContent-Length: 6\\r\\n\\r\\n, 400",
    })
    void whatIsNoRequestIsRefusedInTheSameWords(String request, int status) throws IOException {
        String answer = raw(request.replace("\\r\\n", "\r\n"));

        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("x-request-id: "), answer);
        assertFalse(answer.contains("Jetty"), answer);
    }

    @Test
    void hugeHeadersAreRefused() throws IOException {
        String answer = raw("GET /health HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), house.server().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(request.replace("Host: a\r\n", "Host: a\r\nConnection: close\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
        }
    }
}
