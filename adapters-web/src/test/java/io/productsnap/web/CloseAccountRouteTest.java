package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CloseAccountRouteTest {

    private static final String PASSWORD = "four words that rhyme";

    private final House house = new House().open();
    private final House.Person ann = house.someone();

    @AfterEach
    void close() {
        house.close();
    }

    private Call call() {
        return ann.call("/api/users/delete-account");
    }

    private Answered logIn() {
        return house.call("/api/auth/login").post("{'email':'" + ann.email() + "','password':'" + PASSWORD + "'}");
    }

    @Test
    void aFreshLoginIsEnoughAndNothingIsLeft() {
        ann.submits("jpeg 1");

        Answered answered = call().delete().is(200);

        assertTrue(answered.header("Set-Cookie").startsWith("productsnap_refresh=; Path=/; Max-Age=0"));
        assertEquals(Set.of(), house.photos.keys());
        ann.call("/api/users/me").get().isProblem(401);
        house.call("/api/auth/refresh")
                .post("{'refresh_token':'" + ann.refreshToken() + "'}")
                .isProblem(401);
        logIn().isProblem(401);
    }

    @Test
    void theAddressCanBeRegisteredAgain() {
        call().delete().is(200);

        house.call("/api/auth/register")
                .post("{'email':'" + ann.email() + "','password':'" + PASSWORD + "'}")
                .is(201);
    }

    @Test
    void anOlderLoginIsAskedForThePassword() {
        house.clock.turn(Duration.ofMinutes(5));

        Answered refused = call().delete().isProblem(403, "/problems/reauthentication-required");

        assertEquals("Please sign in again.", refused.text("detail"));
        call().json("DELETE", "{'password':null}").isProblem(403, "/problems/reauthentication-required");
        call().json("DELETE", "{'password':'" + PASSWORD + "'}").is(200);
        ann.call("/api/users/me").get().isProblem(401);
    }

    @Test
    void aWrongPasswordClosesNothing() {
        for (int i = 0; i < 5; i++) {
            call().json("DELETE", "{'password':'wrong " + i + "'}").isProblem(400);
        }

        call().json("DELETE", "{'password':'" + PASSWORD + "'}").isProblem(429).header("Retry-After");
        call().json("DELETE", "{'password':7}").complainsOf("password");
        ann.call("/api/users/me").get().is(200);
    }

    @Test
    void whoIsNotLoggedInClosesNothing() {
        house.call("/api/users/delete-account").delete().isProblem(401);
    }
}
