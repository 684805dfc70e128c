package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeviceCookieTest {

    private static final String ANN = "{'email':'ann@example.com','password':'four words that rhyme'}";

    private final House house = new House().behind("127.0.0.1").open();
    private final Answered registered =
            house.call("/api/auth/register").post(ANN).is(201);

    @AfterEach
    void close() {
        house.close();
    }

    private Call logIn(int client) {
        return house.call("/api/auth/login").with("X-Forwarded-For", "192.0.2." + client);
    }

    private static String deviceCookieOf(Answered answered) {
        return answered.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("productsnap_device="))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no device cookie: " + answered));
    }

    private static String pairOf(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private long mailsAbout(String subject) {
        return house.outbox.take(100, Duration.ofDays(1), house.clock.instant()).stream()
                .filter(waiting -> waiting.mail().subject().equals(subject))
                .count();
    }

    @Test
    void itIsGivenAtRegistrationAndLoginForAYear() {
        for (Answered answered : List.of(registered, logIn(1).post(ANN).is(200))) {
            String cookie = deviceCookieOf(answered);

            assertEquals("Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax", cookie.substring(cookie.indexOf(';') + 2));
        }
    }

    @Test
    void overHttpsItIsBoundToThisHost() {
        try (House secure = new House().frontEnd("https://shop.example.com").open()) {
            String cookie =
                    deviceCookieOf(secure.call("/api/auth/register").post(ANN).is(201));

            assertTrue(cookie.startsWith("__Host-productsnap_device="), cookie);
            assertTrue(cookie.endsWith("; Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax"), cookie);
        }
    }

    @Test
    void goingOnWithASessionGivesNoneAndLoggingOutLeavesIt() {
        Answered refreshed = house.call("/api/auth/refresh")
                .post("{'refresh_token':'" + registered.text("refresh_token") + "'}")
                .is(200);
        Answered out = house.call("/api/auth/logout")
                .as(registered.text("access_token"))
                .post()
                .is(200);

        assertEquals(1, refreshed.headers("Set-Cookie").size());
        assertFalse(out.headers("Set-Cookie").toString().contains("device"));
    }

    @Test
    void whoFailsGetsNone() {
        assertFalse(logIn(1).post(ANN.replace("four", "five")).is(401).has("Set-Cookie"));
    }

    @Test
    void withItOneGetsInWhileTheAccountIsUnderAttack() {
        String known = pairOf(deviceCookieOf(registered));
        for (int i = 0; i < 10; i++) {
            logIn(i).post(ANN.replace("four", "five")).is(401);
        }

        Answered refused = logIn(100).post(ANN).isProblem(429);
        assertEquals("900", refused.header("Retry-After"));
        logIn(100).with("Cookie", known.replace("=", "=x")).post(ANN).isProblem(429);
        logIn(100).with("Cookie", known).post(ANN).is(200);
    }

    @Test
    void aLoginWithoutItIsToldByMail() {
        logIn(1).with("Cookie", pairOf(deviceCookieOf(registered))).post(ANN).is(200);
        assertEquals(0, mailsAbout("New sign-in to your account"));

        logIn(1).post(ANN).is(200);
        assertEquals(1, mailsAbout("New sign-in to your account"));
    }

    @Test
    void itOpensNothingByItself() {
        String known = pairOf(deviceCookieOf(registered));

        house.call("/api/users/me").with("Cookie", known).get().isProblem(401);
        house.call("/api/auth/refresh")
                .with("Cookie", known)
                .with("Origin", House.FRONT_END.toString())
                .post()
                .isProblem(401);
    }
}
