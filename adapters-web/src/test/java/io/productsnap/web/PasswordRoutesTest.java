package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.mail.Mail;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PasswordRoutesTest {

    private static final String OLD = "four words that rhyme";
    private static final String NEW = "five words that do not";

    private final House house = new House().open();
    private final House.Person ann = house.someone();

    @AfterEach
    void close() {
        house.close();
    }

    private Answered forgot(String email) {
        return house.call("/api/auth/forgot-password").post("{'email':'" + email + "'}");
    }

    private Answered reset(String token, String password) {
        return house.call("/api/auth/reset-password")
                .post("{'token':'" + token + "','new_password':'" + password + "'}");
    }

    private Answered change(String current, String wanted) {
        return ann.call("/api/users/change-password")
                .post("{'current_password':'" + current + "','new_password':'" + wanted + "'}");
    }

    private Answered logIn(String password) {
        return house.call("/api/auth/login").post("{'email':'" + ann.email() + "','password':'" + password + "'}");
    }

    private String aToken() {
        forgot(ann.email()).is(200);
        return house.mailedToken();
    }

    @Test
    void nobodyLearnsByForgettingWhoHasAnAccount() {
        house.newMails();

        Answered known = forgot(ann.email()).is(200);
        Answered unknown = forgot("nobody@example.com").is(200);

        assertEquals(known.text(), unknown.text());
        assertEquals(
                known.response().headers().map().keySet(),
                unknown.response().headers().map().keySet());
        assertEquals(1, house.newMails().size());
    }

    @Test
    void theLinkLeadsToTheFrontEndWhateverTheRequestSaysOfItsHost() {
        house.newMails();

        house.call("/api/auth/forgot-password")
                .with("X-Forwarded-Host", "evil.example")
                .with("Origin", "https://evil.example")
                .post("{'email':'" + ann.email() + "'}")
                .is(200);

        Mail mail = house.newMails().get(0);
        Pattern link = Pattern.compile("http://localhost:5173/reset-password\\?token=[A-Za-z0-9_-]{43}");
        assertEquals(1, link.matcher(mail.text()).results().count(), mail.text());
        assertEquals(1, link.matcher(mail.html()).results().count(), mail.html());
        assertFalse(mail.html().contains("evil"), mail.html());
    }

    @Test
    void askingTooOftenHasToWait() {
        for (int i = 0; i < 5; i++) {
            forgot("nobody@example.com").is(200);
        }

        forgot("nobody@example.com").isProblem(429).header("Retry-After");
        house.clock.turn(Duration.ofMinutes(5));
        forgot("nobody@example.com").is(200);
    }

    @Test
    void whatIsNoAddressIsComplainedOfAndCountsForNothing() {
        for (int i = 0; i < 10; i++) {
            forgot("nobody").complainsOf("email");
        }
        forgot("nobody@example.com").is(200);
    }

    @Test
    void theLinkSetsAPasswordOnceAndEndsAllSessions() {
        String token = aToken();

        reset(token, NEW).is(200);
        reset(token, NEW).isProblem(400);

        ann.call("/api/users/me").get().isProblem(401);
        logIn(OLD).isProblem(401);
        String access = logIn(NEW).is(200).text("access_token");
        assertTrue(house.call("/api/users/me")
                .as(access)
                .get()
                .json()
                .path("email_verified")
                .booleanValue());
    }

    @Test
    void aBadPasswordSpendsNoLink() {
        String token = aToken();

        reset(token, "short").complainsOf("new_password");
        house.call("/api/auth/reset-password").post("{}").complainsOf("token", "new_password");

        reset(token, NEW).is(200);
    }

    @Test
    void aLinkIsSpentOnceByTwentyAtATime() {
        String token = aToken();

        List<Integer> statuses = AtOnce.times(20, thread -> reset(token, NEW).status());

        assertEquals(1, Collections.frequency(statuses, 200));
        assertEquals(19, Collections.frequency(statuses, 400));
    }

    @Test
    void openingThePageOfALinkSpendsNothing() {
        String token = aToken();

        house.call("/reset-password?token=" + token).get().is(200);
        house.call("/api/auth/reset-password?token=" + token).get().isProblem(405);

        reset(token, NEW).is(200);
    }

    @Test
    void aChangeKeepsThisSessionAndEndsTheOthers() {
        String other = logIn(OLD).is(200).text("access_token");

        change(OLD, NEW).is(200);

        ann.call("/api/users/me").get().is(200);
        house.call("/api/users/me").as(other).get().isProblem(401);
        logIn(NEW).is(200);
    }

    @Test
    void aWrongPasswordIsABadRequestAndSoonOneTooMany() {
        for (int i = 0; i < 5; i++) {
            change("wrong " + i, NEW).isProblem(400);
        }

        change(OLD, NEW).isProblem(429).header("Retry-After");
        ann.call("/api/users/me").get().is(200);
    }

    @Test
    void aBadNewPasswordIsComplainedOf() {
        change(OLD, "short").complainsOf("new_password");
        ann.call("/api/users/change-password").post("{}").complainsOf("current_password", "new_password");
        house.call("/api/users/change-password").post("{}").isProblem(401);
    }
}
