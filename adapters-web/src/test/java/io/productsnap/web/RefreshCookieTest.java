package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RefreshCookieTest {

    private static final String OURS = "http://localhost:5173";

    private final House house = new House().open();
    private final House.Person ann = house.someone();

    @AfterEach
    void close() {
        house.close();
    }

    private Call refreshWith(String cookie) {
        return house.call("/api/auth/refresh").with("Cookie", "other=1; productsnap_refresh=" + cookie);
    }

    @Test
    void overHttpItIsHiddenFromScriptsAndOtherSites() {
        String cookie = refreshWith(ann.refreshToken())
                .with("Origin", OURS)
                .post()
                .is(200)
                .header("Set-Cookie");

        assertEquals("Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax", cookie.substring(cookie.indexOf(';') + 2));
    }

    @Test
    void overHttpsItIsBoundToThisHostAndNeverSentInTheOpen() {
        try (House secure = new House().frontEnd("https://shop.example.com").open()) {
            String cookie = secure.call("/api/auth/register")
                    .post("{'email':'ann@example.com','password':'four words that rhyme'}")
                    .header("Set-Cookie");

            assertEquals("__Host-productsnap_refresh", cookie.substring(0, cookie.indexOf('=')));
            assertEquals(
                    "Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax",
                    cookie.substring(cookie.indexOf(';') + 2));
            secure.call("/api/auth/refresh")
                    .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                    .with("Origin", "https://shop.example.com")
                    .post()
                    .is(200);
        }
    }

    @Test
    void itIsRenewedWithoutABody() {
        Answered first =
                refreshWith(ann.refreshToken()).with("Origin", OURS).post().is(200);

        String renewed = first.header("Set-Cookie").split("[=;]", -1)[1];
        assertEquals(first.text("refresh_token"), renewed);
        refreshWith(renewed).with("Origin", OURS).post().is(200);
    }

    @Test
    void theBodyCanBeLeftWithoutIt() {
        try (House strict = new House().withoutRefreshTokensInBodies().open()) {
            Answered registered = strict.call("/api/auth/register")
                    .post("{'email':'ann@example.com','password':'four words that rhyme'}")
                    .is(201);
            String token = registered.header("Set-Cookie").split("[=;]", -1)[1];

            assertFalse(registered.text().contains("refresh_token"), registered::text);
            assertFalse(registered.text().contains(token), registered::text);
            Answered refreshed = strict.call("/api/auth/refresh")
                    .with("Cookie", "productsnap_refresh=" + token)
                    .with("Origin", OURS)
                    .post()
                    .is(200);
            assertFalse(refreshed.text().contains("refresh_token"), refreshed::text);
        }
    }

    @Test
    void itDecidesEvenIfBadAndTheBodyGood() {
        refreshWith("nonsense")
                .with("Origin", OURS)
                .post("{'refresh_token':'" + ann.refreshToken() + "'}")
                .isProblem(401);
        refreshWith("")
                .with("Origin", OURS)
                .post("{'refresh_token':'" + ann.refreshToken() + "'}")
                .isProblem(401);
    }

    @Test
    void aGoodOneDecidesThoughTheBodyIsOld() {
        String second = refreshWith(ann.refreshToken())
                .with("Origin", OURS)
                .post()
                .is(200)
                .text("refresh_token");
        String third = refreshWith(second)
                .with("Origin", OURS)
                .post("{'refresh_token':'" + ann.refreshToken() + "'}")
                .is(200)
                .text("refresh_token");

        refreshWith(third).with("Origin", OURS).post("{'refresh_token':'x'}").is(200);
    }

    @Test
    void anotherSiteCannotUseItAndNothingRotates() {
        refreshWith(ann.refreshToken()).post().isProblem(403);
        refreshWith(ann.refreshToken())
                .with("Origin", "http://localhost:5174")
                .post()
                .isProblem(403);
        refreshWith(ann.refreshToken())
                .with("Origin", OURS + ".evil.example")
                .post()
                .isProblem(403);
        refreshWith(ann.refreshToken()).with("Origin", "null").post().isProblem(403);
        refreshWith(ann.refreshToken())
                .with("Sec-Fetch-Site", "same-site")
                .post()
                .isProblem(403);
        Answered refused = refreshWith(ann.refreshToken())
                .with("Origin", "https://evil.example")
                .with("Sec-Fetch-Site", "cross-site")
                .post()
                .isProblem(403);
        assertFalse(refused.has("Set-Cookie"));

        Answered first =
                refreshWith(ann.refreshToken()).with("Origin", OURS).post().is(200);

        assertEquals(first.text("refresh_token").split("\\.", -1)[1], "1", "nothing had been rotated before");
    }

    @Test
    void thePageOfThisVeryServerMayUseIt() {
        refreshWith(ann.refreshToken())
                .with("Sec-Fetch-Site", "same-origin")
                .post()
                .is(200);
    }

    @Test
    void onOnesOwnMachineBothNamesAreGood() {
        refreshWith(ann.refreshToken())
                .with("Origin", "http://127.0.0.1:5173")
                .post()
                .is(200);
    }

    @Test
    void inProductionOnlyTheOneNameIsGood() {
        Origins origins = Origins.ofFrontEnd(URI.create("https://Shop.example.com:443/"));

        assertEquals(Set.of("https://shop.example.com"), origins.allowed());
    }

    @Test
    void aLiveCookieAloneLogsOut() {
        Answered answered = house.call("/api/auth/logout")
                .with("Cookie", "productsnap_refresh=" + ann.refreshToken())
                .with("Origin", OURS)
                .post()
                .is(200);

        assertEquals("productsnap_refresh=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax", answered.header("Set-Cookie"));
        ann.call("/api/users/me").get().isProblem(401);
    }

    @Test
    void anotherSiteCannotLogAnybodyOut() {
        house.call("/api/auth/logout")
                .with("Cookie", "productsnap_refresh=" + ann.refreshToken())
                .post()
                .isProblem(403);

        ann.call("/api/users/me").get().is(200);
    }

    @Test
    void aDeadCookieLogsNobodyOut() {
        house.call("/api/auth/logout")
                .with("Cookie", "productsnap_refresh=nonsense")
                .with("Origin", OURS)
                .post()
                .isProblem(401);
    }

    @Test
    void overHttpsTheCookieOfDevelopmentIsNotLookedAt() {
        try (House secure = new House().frontEnd("https://shop.example.com").open()) {
            House.Person bob = secure.someone();

            secure.call("/api/auth/refresh")
                    .with("Cookie", "productsnap_refresh=nonsense")
                    .post("{'refresh_token':'" + bob.refreshToken() + "'}")
                    .is(200);
        }
    }
}
