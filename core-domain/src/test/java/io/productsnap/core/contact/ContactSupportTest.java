package io.productsnap.core.contact;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Examples;
import io.productsnap.core.inmemory.InMemoryRateLimiter;
import io.productsnap.core.inmemory.InMemoryStores;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.SlidingWindow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactSupportTest {

    private static final EmailAddress SUPPORT = new EmailAddress("support@shop.example");
    private static final ContactForm FORM =
            new ContactForm("Ann", "Ann@Example.com", "My mug", "First line.\n\nThird line.", Optional.of("photos"));

    private final TurnableClock clock = new TurnableClock(Examples.NOW);
    private final InMemoryStores stores = new InMemoryStores();
    private final ContactSupport contact = new ContactSupport(
            stores.outbox(),
            new Throttle(new InMemoryRateLimiter(clock), new SlidingWindow(5, Duration.ofMinutes(15))),
            SUPPORT,
            clock,
            new Random(7));

    private String write(ContactForm form, Client client) {
        return contact.write(form, client, new InWords());
    }

    private String write(ContactForm form) {
        return write(form, PHONE);
    }

    private static final class InWords implements ContactSupport.Answers<String> {
        @Override
        public String sent() {
            return "sent";
        }

        @Override
        public String invalid(List<Complaint> complaints) {
            return complaints.stream().map(Complaint::field).collect(Collectors.joining(" "));
        }

        @Override
        public String tooMany(Duration retryAfter) {
            return "wait " + retryAfter;
        }
    }

    private Mail mail() {
        return stores.outbox()
                .take(1, Duration.ofMinutes(1), clock.instant())
                .get(0)
                .mail();
    }

    @Test
    void whatIsWrittenGoesToTheSupportAndTheAnswerToWhoWroteIt() {
        assertEquals("sent", write(FORM));

        Mail mail = mail();
        assertEquals(SUPPORT, mail.to());
        assertEquals(Optional.of(new EmailAddress("ann@example.com")), mail.replyTo());
        assertEquals("Contact: My mug", mail.subject());
        for (String part : new String[] {"Ann, ann@example.com", "photos", "First line.", "Third line."}) {
            assertTrue(mail.text().contains(part), mail.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nBcc: eve@example.net",
                "\nBcc: eve@example.net",
                "\rBcc:x",
                "\u2028Bcc:x",
                "\u0000",
                "\u0085x"
            })
    void nothingThatIsSentBecomesAHeaderOfItsOwn(String more) {
        assertEquals(
                "subject", write(new ContactForm("Ann", "ann@example.com", "a" + more + "b", "m", Optional.empty())));
        assertEquals("name", write(new ContactForm("a" + more + "b", "ann@example.com", "s", "m", Optional.empty())));
        assertEquals(
                "email", write(new ContactForm("Ann", "ann@example.com" + more + "b", "s", "m", Optional.empty())));
        assertEquals(
                "category", write(new ContactForm("Ann", "ann@example.com", "s", "m", Optional.of("a" + more + "b"))));
        assertEquals(0, stores.outbox().waiting());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndUsesUpNothing() {
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    "name email subject message category",
                    write(new ContactForm(" ", "nobody", "", " \n ", Optional.of("x".repeat(51)))));
        }

        assertEquals("sent", write(FORM));
    }

    @Test
    void aTextMayBeLongButNotWithoutEnd() {
        String most = "word ".repeat(1_000);
        assertEquals("sent", write(new ContactForm("Ann", "ann@example.com", "s", most, Optional.empty())));
        assertEquals("message", write(new ContactForm("Ann", "ann@example.com", "s", most + "x", Optional.empty())));

        assertEquals(most.replaceAll("\\s", ""), wordsOf(mail()));
    }

    private static String wordsOf(Mail mail) {
        String text = mail.text();
        return text.substring(text.indexOf("word"), text.lastIndexOf("word") + 4)
                .replaceAll("\\s", "");
    }

    @Test
    void whatLooksLikeMarkupIsText() {
        write(new ContactForm("Ann <b>", "ann@example.com", "<i>", "<script>alert(1)</script>", Optional.empty()));

        String html = mail().html();
        assertTrue(html.contains("&lt;script&gt;"), html);
        assertFalse(html.contains("<script>"), html);
        assertFalse(html.contains("<i>"), html);
    }

    @Test
    void theSixthMessageOfAClientHasToWait() {
        for (int i = 0; i < 5; i++) {
            assertEquals("sent", write(FORM));
        }

        assertEquals("wait PT15M", write(FORM));
        assertEquals("sent", write(FORM, new Client("192.0.2.99", "")));
        assertEquals(6, stores.outbox().waiting());
    }
}
