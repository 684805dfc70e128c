package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegisterTest {

    private static final String ANN = "{'email':'ann@example.com','password':'four words that rhyme'}";

    private final House house = new House().open();

    @AfterEach
    void close() {
        house.close();
    }

    private Answered register(String json) {
        return house.call("/api/auth/register").post(json);
    }

    @Test
    void aNewAccountIsLoggedIn() {
        Answered answered = register(ANN).is(201);

        assertEquals("bearer", answered.text("token_type"));
        assertEquals(1_800, answered.json().path("expires_in").intValue());
        assertEquals("no-store", answered.header("Cache-Control"));
        house.call("/api/users/me").as(answered.text("access_token")).get().is(200);
    }

    @Test
    void theAddressIsTrimmedAndInLowerCase() {
        String token = register("{'email':' Ann@Example.COM ','password':'four words that rhyme'}")
                .is(201)
                .text("access_token");

        assertEquals(
                "ann@example.com", house.call("/api/users/me").as(token).get().text("email"));
    }

    @Test
    void aPasswordThatEverybodyHasIsComplainedOf() {
        Answered answered =
                register(ANN.replace("four words that rhyme", "Password1")).isProblem(422);

        assertEquals("This password is too common.", answered.text("detail"));
        answered.complainsOf("password");
    }

    @Test
    void aTakenAddressIsAConflict() {
        register(ANN).is(201);

        Answered again = register(ANN.replace("ann@", "ANN@")).isProblem(409);

        assertFalse(again.has("Set-Cookie"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        register("{'email':'nobody','password':'short','full_name':'two\\nlines'}")
                .complainsOf("email", "password", "full_name");
        register("{}").complainsOf("email", "password");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "email, {'email':5;'password':'four words that rhyme'}",
                "email, {'email':null;'password':'four words that rhyme'}",
                "password, {'email':'ann@example.com';'password':['x']}",
                "full_name, {'email':'ann@example.com';'password':'four words that rhyme';'full_name':{}}",
            })
    void aFieldOfAnotherTypeIsComplainedOf(String field, String json) {
        register(json.replace(';', ',')).complainsOf(field);
    }

    @Test
    void unknownFieldsAreIgnored() {
        register(ANN.replace("}", ",'is_admin':true,'more':[{}]}")).is(201);
    }

    @Test
    void anEmptyNameIsNoName() {
        String token = register(ANN.replace("}", ",'full_name':' '}")).is(201).text("access_token");

        assertTrue(house.call("/api/users/me")
                .as(token)
                .get()
                .json()
                .path("full_name")
                .isNull());
    }

    @Test
    void theSixthAttemptHasToWaitAndBadFieldsAreNoAttempt() {
        for (int i = 0; i < 10; i++) {
            register("{}").is(422);
        }
        for (int i = 0; i < 5; i++) {
            register(ANN.replace("ann", "ann" + i)).is(201);
        }

        Answered sixth = register(ANN).isProblem(429);

        assertEquals("300", sixth.header("Retry-After"));
        house.clock.turn(Duration.ofMinutes(5));
        register(ANN).is(201);
    }

    @Test
    void aBusyHasherIsToldWithWhenToComeBack() {
        house.hasher.busy.set(true);

        Answered answered = register(ANN).isProblem(503);

        assertEquals("2", answered.header("Retry-After"));
    }

    @Test
    void theMailedLinkConfirmsTheAddressOnce() {
        String token = register(ANN).is(201).text("access_token");
        String path = "/api/auth/verify-email?token=" + mailedToken();

        house.call(path).get().is(200);

        assertTrue(house.call("/api/users/me")
                .as(token)
                .get()
                .json()
                .path("email_verified")
                .booleanValue());
        house.call(path).get().isProblem(400);
        house.call("/api/auth/resend-verification").as(token).post().isProblem(400);
    }

    @Test
    void lookingWhetherALinkIsThereSpendsItNot() {
        register(ANN).is(201);
        String path = "/api/auth/verify-email?token=" + mailedToken();

        house.call(path).send("HEAD", BodyPublishers.noBody());

        house.call(path).get().is(200);
    }

    @Test
    void aBadLinkConfirmsNothing() {
        house.call("/api/auth/verify-email").get().isProblem(400);
        house.call("/api/auth/verify-email?token=").get().isProblem(400);
        house.call("/api/auth/verify-email?token=" + "x".repeat(4_000)).get().isProblem(400);
    }

    @Test
    void anotherLinkCanBeAskedForAFewTimes() {
        String token = register(ANN).is(201).text("access_token");
        for (int i = 0; i < 5; i++) {
            house.call("/api/auth/resend-verification").as(token).post().is(200);
        }

        house.call("/api/auth/resend-verification")
                .as(token)
                .post()
                .isProblem(429)
                .header("Retry-After");
        house.call("/api/auth/resend-verification").post().isProblem(401);
    }

    private String mailedToken() {
        String text = house.outbox
                .take(1, Duration.ofMinutes(1), house.clock.instant())
                .get(0)
                .mail()
                .text();
        Matcher link = Pattern.compile("http://localhost:5173/verify-email\\?token=(\\S+)")
                .matcher(text);
        assertTrue(link.find(), text);
        return link.group(1);
    }
}
