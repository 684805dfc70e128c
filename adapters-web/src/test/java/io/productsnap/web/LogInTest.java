package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LogInTest {

    private final House house = new House().open();
    private final House.Person ann = house.someone();

    @AfterEach
    void close() {
        house.close();
    }

    private Answered logIn(String email, String password) {
        return house.call("/api/auth/login").post("{'email':'" + email + "','password':'" + password + "'}");
    }

    private Answered logIn() {
        return logIn(ann.email(), "four words that rhyme");
    }

    @Test
    void theRightPasswordOpensASession() {
        Answered answered = logIn().is(200);

        house.call("/api/users/me").as(answered.text("access_token")).get().is(200);
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        Answered wrong = logIn(ann.email(), "something else").isProblem(401);
        Answered unknown = logIn("nobody@example.com", "something else").isProblem(401);

        assertEquals(wrong.text("detail"), unknown.text("detail"));
        assertEquals(
                wrong.response().headers().map().keySet(),
                unknown.response().headers().map().keySet());
        assertTrue(wrong.header("WWW-Authenticate").startsWith("Bearer "));
        assertFalse(wrong.has("Set-Cookie"));
    }

    @Test
    void whatIsNoAddressIsComplainedOf() {
        logIn("nobody", "something else").complainsOf("email");
        house.call("/api/auth/login").post("{}").complainsOf("email", "password");
    }

    @Test
    void fiveFailuresShutTheDoorEvenForTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            logIn(ann.email(), "wrong " + i).is(401);
        }

        logIn().isProblem(429).header("Retry-After");

        house.clock.turn(Duration.ofMinutes(5));
        logIn().is(200);
    }

    @Test
    void aDisabledAccountIsToldOnlyWithTheRightPassword() {
        UserId id = new UserId(UUID.fromString(ann.call("/api/users/me").get().text("id")));
        house.accounts.disable(id, AuditEntry.done(House.NOW, id, "account.disable", Client.CONSOLE));

        logIn().isProblem(403);
        logIn(ann.email(), "wrong").isProblem(401);
        ann.call("/api/users/me").get().isProblem(401);
    }

    @Test
    void loggingOutEndsTheSessionAtOnceAndClearsTheCookie() {
        Answered answered = ann.call("/api/auth/logout").post().is(200);

        assertTrue(answered.header("Set-Cookie").startsWith("productsnap_refresh=; Path=/; Max-Age=0"));
        ann.call("/api/users/me").get().isProblem(401);
        house.call("/api/auth/refresh")
                .post("{'refresh_token':'" + ann.refreshToken() + "'}")
                .isProblem(401);
    }

    @Test
    void loggingOutWithoutBeingLoggedInIsRefused() {
        house.call("/api/auth/logout").post().isProblem(401);
        house.call("/api/auth/logout").as("nonsense").post().isProblem(401);
    }

    @Test
    void anAccessTokenEndsByItself() {
        house.clock.turn(Duration.ofMinutes(30));

        Answered answered = ann.call("/api/users/me").get().isProblem(401);

        assertEquals("Bearer realm=\"productsnap\", error=\"invalid_token\"", answered.header("WWW-Authenticate"));
    }

    @Test
    void withoutATokenOneIsAskedForOne() {
        assertEquals(
                "Bearer realm=\"productsnap\"",
                house.call("/api/users/me").get().isProblem(401).header("WWW-Authenticate"));
        house.call("/api/users/me").with("Authorization", "Basic YTpi").get().isProblem(401);
        house.call("/api/users/me").with("Authorization", "Bearer ").get().isProblem(401);
        house.call("/api/users/me")
                .with("Authorization", "bearer " + ann.accessToken())
                .get()
                .is(200);
    }

    @Test
    void aRefreshTokenInTheBodyIsRenewed() {
        Answered answered = house.call("/api/auth/refresh")
                .post("{'refresh_token':'" + ann.refreshToken() + "'}")
                .is(200);

        assertFalse(answered.text("refresh_token").equals(ann.refreshToken()));
        house.call("/api/users/me").as(answered.text("access_token")).get().is(200);
    }

    @Test
    void aBadRefreshTokenIsRefused() {
        house.call("/api/auth/refresh").post("{'refresh_token':'nonsense'}").isProblem(401);
        house.call("/api/auth/refresh").post("{}").isProblem(401).header("WWW-Authenticate");
        house.call("/api/auth/refresh").post().isProblem(401);
        house.call("/api/auth/refresh").post("{'refresh_token':7}").complainsOf("refresh_token");
    }
}
