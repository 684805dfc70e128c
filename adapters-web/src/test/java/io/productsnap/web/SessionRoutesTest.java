package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class SessionRoutesTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final House house = new House().open();
    private final House.Person ann = house.someone();

    @AfterEach
    void close() {
        house.close();
    }

    /** The same person on another device. */
    private House.Person onALaptop() {
        Answered answered = house.call("/api/auth/login")
                .with("User-Agent", FIREFOX)
                .post("{'email':'" + ann.email() + "','password':'four words that rhyme'}")
                .is(200);
        return new House.Person(house, ann.email(), answered.text("access_token"), answered.text("refresh_token"));
    }

    private static List<JsonNode> sessionsOf(House.Person person) {
        return person.call("/api/auth/sessions")
                .get()
                .is(200)
                .json()
                .path("sessions")
                .valueStream()
                .toList();
    }

    private static String currentOf(House.Person person) {
        return sessionsOf(person).stream()
                .filter(session -> session.path("current").booleanValue())
                .findFirst()
                .orElseThrow()
                .path("id")
                .stringValue();
    }

    private void assertIsOut(House.Person person) {
        person.call("/api/users/me").get().isProblem(401);
        house.call("/api/auth/refresh")
                .post("{'refresh_token':'" + person.refreshToken() + "'}")
                .isProblem(401);
    }

    @Test
    void oneSeesWhereOneIsLoggedIn() {
        House.Person laptop = onALaptop();

        List<JsonNode> sessions = sessionsOf(laptop);

        assertEquals(2, sessions.size());
        JsonNode newest = sessions.get(0);
        assertEquals(
                List.of("id", "device", "ip", "created_at", "last_used_at", "current"),
                List.copyOf(newest.propertyNames()));
        assertEquals("Firefox on Linux", newest.path("device").stringValue());
        assertEquals("127.0.0.1", newest.path("ip").stringValue());
        assertEquals("2026-11-23T05:02:00Z", newest.path("created_at").stringValue());
        assertTrue(newest.path("current").booleanValue());
        assertEquals("Unknown device", sessions.get(1).path("device").stringValue());
        assertFalse(sessions.get(1).path("current").booleanValue());
    }

    @Test
    void oneSeesNobodyElses() {
        House.Person bob = house.someone();

        assertEquals(1, sessionsOf(ann).size());
        assertEquals(1, sessionsOf(bob).size());
    }

    @Test
    void anotherDeviceIsLoggedOutAtOnce() {
        House.Person laptop = onALaptop();

        Answered answered =
                ann.call("/api/auth/sessions/" + currentOf(laptop)).delete().is(204);

        assertEquals("", answered.text());
        assertFalse(answered.has("Set-Cookie"));
        assertIsOut(laptop);
        assertEquals(1, sessionsOf(ann).size());
        ann.call("/api/auth/sessions/" + currentOf(ann)).delete().is(204);
    }

    @Test
    void endingOnesOwnIsLoggingOut() {
        Answered answered =
                ann.call("/api/auth/sessions/" + currentOf(ann)).delete().is(204);

        assertTrue(answered.header("Set-Cookie").startsWith("productsnap_refresh=; Path=/; Max-Age=0"));
        assertIsOut(ann);
    }

    @Test
    void anotherPersonsIsNotThere() {
        House.Person bob = house.someone();

        bob.call("/api/auth/sessions/" + currentOf(ann)).delete().isProblem(404);
        bob.call("/api/auth/sessions/nonsense").delete().isProblem(404);

        ann.call("/api/users/me").get().is(200);
    }

    @Test
    void allDevicesAreLoggedOutAtOnce() {
        House.Person laptop = onALaptop();
        House.Person bob = house.someone();

        Answered answered = ann.call("/api/auth/logout-all").post().is(200);

        assertEquals(2, answered.json().path("revoked").intValue());
        assertFalse(answered.text("message").isBlank());
        assertTrue(answered.header("Set-Cookie").startsWith("productsnap_refresh=; Path=/; Max-Age=0"));
        assertIsOut(ann);
        assertIsOut(laptop);
        bob.call("/api/users/me").get().is(200);
    }

    @Test
    void whatWasIdleForTooLongIsNotListedAndNotCounted() {
        house.clock.turn(Duration.ofDays(30));
        House.Person laptop = onALaptop();

        assertEquals(1, sessionsOf(laptop).size());
        assertEquals(
                1,
                laptop.call("/api/auth/logout-all")
                        .post()
                        .is(200)
                        .json()
                        .path("revoked")
                        .intValue());
    }

    @Test
    void aStolenRefreshTokenEndsTheAccessTokensToo() {
        house.call("/api/auth/refresh")
                .post("{'refresh_token':'" + ann.refreshToken() + "'}")
                .is(200);
        house.clock.turn(Duration.ofSeconds(10));

        house.call("/api/auth/refresh")
                .post("{'refresh_token':'" + ann.refreshToken() + "'}")
                .isProblem(401);

        ann.call("/api/users/me").get().isProblem(401);
    }

    @Test
    void nobodyElseIsTold() {
        house.call("/api/auth/sessions").get().isProblem(401);
        house.call("/api/auth/sessions/" + currentOf(ann)).delete().isProblem(401);
        house.call("/api/auth/logout-all").post().isProblem(401);
        // The cookie alone does not do: a page of another site could have it sent.
        house.call("/api/auth/logout-all")
                .with("Cookie", "productsnap_refresh=" + ann.refreshToken())
                .post()
                .isProblem(401);
    }
}
