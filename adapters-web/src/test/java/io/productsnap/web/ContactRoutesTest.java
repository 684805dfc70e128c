package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ContactRoutesTest {

    private static final String FORM =
            "{'name':'Ann','email':'ann@example.com','subject':'My mug','message':'Hello.\\nIt is late.'}";

    private final House house = new House().open();

    @AfterEach
    void close() {
        house.close();
    }

    private Answered write(String json) {
        return house.call("/api/contact/support").post(json);
    }

    private List<Mail> mails() {
        return house.outbox.take(100, Duration.ofDays(1), house.clock.instant()).stream()
                .map(waiting -> waiting.mail())
                .toList();
    }

    @Test
    void aMessageGoesToTheSupport() {
        Answered answered = write(FORM).is(200);

        assertTrue(answered.json().path("success").booleanValue());
        assertTrue(answered.text("message").endsWith("."));
        Mail mail = mails().get(0);
        assertEquals(House.SUPPORT, mail.to());
        assertEquals("ann@example.com", mail.replyTo().orElseThrow().value());
        assertEquals("Contact: My mug", mail.subject());
        assertTrue(mail.text().contains("It is late."), mail.text());
    }

    @Test
    void aCategoryMayBeChosen() {
        write(FORM.replace("}", ",'category':'billing'}")).is(200);
        write(FORM.replace("}", ",'category':null}")).is(200);

        assertTrue(mails().get(0).text().contains("billing"));
    }

    @Test
    void whatIsMissingOrBadIsToldAndCountsForNothing() {
        for (int i = 0; i < 10; i++) {
            write("{}").complainsOf("name", "email", "subject", "message");
            write(FORM.replace("ann@example.com", "nobody")).complainsOf("email");
            write(FORM.replace("My mug", "a\\r\\nBcc: eve@example.net")).complainsOf("subject");
            write(FORM.replace("'My mug'", "7")).complainsOf("subject");
        }

        assertEquals(List.of(), mails());
        write(FORM).is(200);
    }

    @Test
    void theSixthMessageHasToWait() {
        for (int i = 0; i < 5; i++) {
            write(FORM).is(200);
        }

        assertEquals("300", write(FORM).isProblem(429).header("Retry-After"));
        assertEquals(5, mails().size());
    }

    @Test
    void aFormOfAnotherSiteIsNotRead() {
        house.call("/api/contact/support")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", BodyPublishers.ofString("name=Ann"))
                .isProblem(415);
    }
}
