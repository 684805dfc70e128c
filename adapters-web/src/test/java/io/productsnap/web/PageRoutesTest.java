package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageRoutesTest {

    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/[^\"#?]*)\"");
    private static final Pattern IMPORTED = Pattern.compile("from '\\./([a-z-]+\\.js)'");

    private final House house = new House().open();

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/devices",
                "/library",
                "/login",
                "/register",
                "/verify-email?token=x",
                "/forgot-password",
                "/reset-password?token=x",
                "/confirm-email?token=x",
                "/account",
                "/api/docs"
            })
    void aPageMayLoadOnlyWhatIsOurs(String path) {
        Answered page = house.call(path).get().is(200);

        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
                        + "img-src 'self' blob: data: http://localhost:8080; form-action 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'",
                page.header("Content-Security-Policy"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertEquals("no-cache", page.header("Cache-Control"));
        assertFalse(page.text().contains("<script>"), "no script stands in a page");
        assertFalse(page.text().contains(" style="), "and no style");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/devices",
                "/library",
                "/login",
                "/register",
                "/verify-email",
                "/forgot-password",
                "/reset-password",
                "/confirm-email",
                "/account",
                "/api/docs"
            })
    void allThatAPageLoadsIsThere(String path) {
        Set<String> loaded = new TreeSet<>();
        Matcher links = LOADED.matcher(house.call(path).get().text());
        while (links.find()) {
            loaded.add(links.group(1));
        }

        assertTrue(loaded.stream().anyMatch(file -> file.endsWith(".js")));
        loaded.forEach(this::isThereWithAllItImports);
    }

    private void isThereWithAllItImports(String path) {
        Answered file = house.call(path).get().is(200);
        if (path.startsWith("/js/")) {
            assertEquals("text/javascript;charset=utf-8", file.header("Content-Type"));
            Matcher imports = IMPORTED.matcher(file.text());
            while (imports.find()) {
                house.call("/js/" + imports.group(1)).get().is(200);
            }
        }
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        for (String path : new String[] {"/", "/app.css", "/js/api.js", "/api/openapi.json"}) {
            String etag = house.call(path).get().is(200).header("ETag");

            house.call(path).with("If-None-Match", etag).get().is(304);
        }
    }

    @Test
    void whatIsNoAssetIsNotGivenOut() {
        for (String path : new String[] {
            "/js/nothing.js", "/js/api.js.map", "/img/", "/index.html", "/openapi.json", "/logback.xml"
        }) {
            assertEquals(404, house.call(path).get().status(), path);
        }
    }

    @Test
    void aPersonWhoWentAstrayGetsAPageAndAProgramAProblem() {
        Answered page = house.call("/no/such/page")
                .with("Accept", "text/html,*/*")
                .get()
                .is(404);
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertTrue(page.header("Content-Security-Policy").contains("style-src 'self'"));

        house.call("/no/such/page").get().isProblem(404);
        house.call("/api/nothing").with("Accept", "text/html").get().isProblem(404);
    }

    @Test
    void readingTheHeadIsLikeReadingAllWithoutTheBody() {
        Answered head =
                house.call("/login").send("HEAD", BodyPublishers.noBody()).is(200);

        assertEquals("", head.text());
        assertEquals(house.call("/login").get().header("ETag"), head.header("ETag"));
        house.call("/api/users/me").send("HEAD", BodyPublishers.noBody()).is(401);
    }

    @Test
    void overHttpsBrowsersAreToldToStayThere() {
        assertFalse(house.call("/").get().has("Strict-Transport-Security"));
        try (House secure = new House().frontEnd("https://shop.example.com").open()) {
            assertEquals(
                    "max-age=31536000; includeSubDomains",
                    secure.call("/").get().header("Strict-Transport-Security"));
        }
    }

    @Test
    void thisIsWhatItSaysItIs() {
        assertEquals(
                "{\"name\":\"ProductSnap\",\"version\":\"0.1.0\",\"commit\":\"abcdef0\",\"built_at\":\"2026-11-23T05:00:00Z\"}",
                house.call("/version").get().is(200).text());
        Answered branding = house.call("/api/branding").get().is(200);
        assertEquals("ProductSnap", branding.text("name"));
        assertTrue(house.call("/app.css")
                .get()
                .text()
                .contains("--accent: "
                        + branding.json().path("colours").path("accent").stringValue()));
    }
}
