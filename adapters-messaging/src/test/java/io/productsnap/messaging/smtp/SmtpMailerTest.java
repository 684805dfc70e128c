package io.productsnap.messaging.smtp;

import static io.productsnap.messaging.smtp.Post.aMail;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.Mailer.MailUndeliverable;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.messaging.smtp.Post.Received;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

@Timeout(60)
final class SmtpMailerTest {

    private final Post post = new Post(UnaryOperator.identity());
    private final SmtpMailer mailer = new SmtpMailer(post.settings(Encryption.NONE), Post.CLOCK);

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aMailArrivesInBothItsForms() throws Exception {
        mailer.send(aMail());

        MimeMessage letter = arrived();
        MimeMultipart bodies = (MimeMultipart) letter.getContent();
        assertTrue(letter.isMimeType("multipart/alternative"));
        assertEquals(2, bodies.getCount());
        assertBody("text/plain", aMail().text().replace("\n", "\r\n"), bodies.getBodyPart(0));
        assertBody("text/html", aMail().html(), bodies.getBodyPart(1));
    }

    @Test
    void itsHeadersSayWhoWhomWhatAndWhen() throws Exception {
        mailer.send(aMail());

        MimeMessage letter = arrived();
        assertArrayEquals(
                new InternetAddress[] {new InternetAddress("hello@example.org", "ProductSnap Künstler", "UTF-8")},
                letter.getFrom());
        assertEquals("ProductSnap Künstler", ((InternetAddress) letter.getFrom()[0]).getPersonal());
        assertEquals("ann@example.com", letter.getHeader("To", null));
        assertEquals("Your photo is ready ✓", letter.getSubject());
        assertEquals(Post.CLOCK.instant(), letter.getSentDate().toInstant());
        assertEquals("auto-generated", letter.getHeader("Auto-Submitted", null));
    }

    @Test
    void theAnswerGoesWhereTheMailSaysItShould() throws Exception {
        mailer.send(aMail());
        mailer.send(aMail().answeredTo(new EmailAddress("bob@example.com")));

        List<Received> both = List.copyOf(post.received());
        assertEquals(null, letter(both.get(0)).getHeader("Reply-To"));
        assertEquals("bob@example.com", letter(both.get(1)).getHeader("Reply-To", null));
        assertEquals("hello@example.org", both.get(1).from());
    }

    @Test
    void theEnvelopeNamesTheTwo() {
        mailer.send(aMail());

        Received received = post.received().element();
        assertEquals("hello@example.org", received.from());
        assertEquals("ann@example.com", received.to());
    }

    @Test
    void aMailThatIsSentTwiceIsTheSameMail() throws Exception {
        mailer.send(aMail());
        mailer.send(aMail());

        assertEquals(2, post.received().size());
        for (Received each : post.received()) {
            assertEquals(
                    "<01a21110-7dcb-7204-9ad1-05060859acb4@example.org>",
                    letter(each).getMessageID());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bcc: eve@example.net", "=?UTF-8?Q?Hello=0D=0ABcc:_eve@example.net?="})
    void aSubjectAddsNoHeader(String subject) throws Exception {
        mailer.send(aMail(subject));

        MimeMessage letter = arrived();
        assertArrayEquals(new String[0], bcc(letter));
        assertEquals(1, letter.getHeader("Subject").length);
        String raw = post.received().element().raw();
        assertFalse(raw.contains("\nBcc"), raw);
        assertTrue(letter.isMimeType("multipart/alternative"));
    }

    @Test
    void aLongSubjectArrivesWhole() throws Exception {
        String subject = "wörd ".repeat(39).strip();
        mailer.send(aMail(subject));

        assertEquals(subject, arrived().getSubject());
    }

    @Test
    void aServerThatAnswersIsWell() {
        assertDoesNotThrow(mailer::check);
        assertTrue(post.received().isEmpty());
    }

    @Test
    void aServerThatWantsALoginGetsIt() {
        try (Post guarded = guarded()) {
            SmtpMailer known = new SmtpMailer(guarded.settings(Encryption.NONE, "app", "s3cret ü"), Post.CLOCK);

            known.check();
            known.send(aMail());

            assertEquals(1, guarded.received().size());
        }
    }

    @Test
    void aWrongLoginIsNoFaultOfTheMail() {
        try (Post guarded = guarded()) {
            for (SmtpSettings settings : new SmtpSettings[] {
                guarded.settings(Encryption.NONE, "app", "hunter2"), guarded.settings(Encryption.NONE)
            }) {
                SmtpMailer stranger = new SmtpMailer(settings, Post.CLOCK);
                Mail mail = aMail();

                MailUndeliverable failure = assertThrows(MailUndeliverable.class, () -> stranger.send(mail));

                assertFalse(String.valueOf(failure.getMessage()).contains("hunter2"));
            }
        }
    }

    private static Post guarded() {
        return new Post(server -> server.requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("app") || !password.equals("s3cret ü")) {
                        throw new LoginFailedException();
                    }
                })));
    }

    private static void assertBody(String type, String text, BodyPart body) throws Exception {
        assertTrue(body.isMimeType(type));
        assertTrue(body.getContentType().contains("charset=UTF-8"), body.getContentType());
        assertEquals(text, ((String) body.getContent()).replaceAll("(?<!\r)\n", "\r\n"));
    }

    private static String[] bcc(MimeMessage letter) throws Exception {
        String[] found = letter.getHeader("Bcc");
        return found == null ? new String[0] : found;
    }

    private MimeMessage arrived() throws Exception {
        return letter(post.received().element());
    }

    private static MimeMessage letter(Received received) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(received.raw().getBytes(StandardCharsets.ISO_8859_1)));
    }
}
