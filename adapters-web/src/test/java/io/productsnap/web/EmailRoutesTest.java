package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.mail.Mail;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class EmailRoutesTest {

    private static final String PASSWORD = "four words that rhyme";

    private final House house = new House().open();
    private final House.Person ann = house.someone();

    @AfterEach
    void close() {
        house.close();
    }

    private Answered ask(String wanted, String password) {
        return ann.call("/api/users/change-email").post("{'new_email':'" + wanted + "','password':'" + password + "'}");
    }

    private Answered confirm(String token) {
        return house.call("/api/auth/confirm-email").post("{'token':'" + token + "'}");
    }

    private JsonNode me() {
        return ann.call("/api/users/me").get().is(200).json();
    }

    @Test
    void theAddressIsChangedByTheLinkThatWasSentToTheNewOne() {
        ask("other@example.com", PASSWORD).is(200);
        assertEquals(ann.email(), me().path("email").stringValue());
        String token = house.mailedToken();

        confirm(token).is(200);
        confirm(token).isProblem(400);

        assertEquals("other@example.com", me().path("email").stringValue());
        assertTrue(me().path("email_verified").booleanValue());
        List<Mail> told = house.newMails();
        assertEquals(1, told.size());
        assertEquals(ann.email(), told.get(0).to().value());
    }

    @Test
    void aTakenAddressIsTreatedLikeAFreeOneUntilItsOwnerSpeaks() {
        House.Person bob = house.someone();

        Answered taken = ask(bob.email(), PASSWORD).is(200);
        String token = house.mailedToken();
        Answered free = ask("free@example.com", PASSWORD).is(200);

        assertEquals(free.text(), taken.text());
        confirm(token).isProblem(400);
        ask(bob.email(), PASSWORD).is(200);
        confirm(house.mailedToken()).isProblem(409);
        assertEquals(ann.email(), me().path("email").stringValue());
    }

    @Test
    void aWrongPasswordIsABadRequestAndSoonOneTooMany() {
        for (int i = 0; i < 5; i++) {
            ask("other@example.com", "wrong " + i).isProblem(400);
        }

        ask("other@example.com", PASSWORD).isProblem(429).header("Retry-After");
    }

    @Test
    void whatIsMissingOrNoAddressIsComplainedOf() {
        ask("nobody", PASSWORD).complainsOf("new_email");
        ask(ann.email(), PASSWORD).complainsOf("new_email");
        ann.call("/api/users/change-email").post("{}").complainsOf("new_email", "password");
        house.call("/api/users/change-email").post("{}").isProblem(401);
        house.call("/api/auth/confirm-email").post("{}").complainsOf("token");
    }

    @Test
    void openingThePageOfALinkSpendsNothing() {
        ask("other@example.com", PASSWORD).is(200);
        String token = house.mailedToken();

        house.call("/confirm-email?token=" + token).get().is(200);

        confirm(token).is(200);
    }
}
