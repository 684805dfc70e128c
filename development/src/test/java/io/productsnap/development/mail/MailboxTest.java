package io.productsnap.development.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailboxTest {
    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-11-25T05:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void theNewestComesFirstAlsoWithinOneMillisecondAndAfterARestart() throws Exception {
        Mailbox mailbox = mailbox();
        mailbox.keep("a@example.com", mail("one"));
        mailbox.keep("a@example.com", mail("two"));
        Mailbox restarted = mailbox();
        restarted.keep("a@example.com", mail("three"));

        assertEquals(List.of("three", "two", "one"), subjects(restarted));
    }

    @Test
    void theNewest500Stay() throws Exception {
        Mailbox mailbox = mailbox();
        for (int i = 1; i <= Mailbox.MOST + 2; i++) {
            mailbox.keep("a@example.com", mail("mail " + i));
        }

        List<String> subjects = subjects(mailbox);
        assertEquals(500, subjects.size());
        assertEquals("mail 502", subjects.get(0));
        assertEquals("mail 3", subjects.get(499));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(500, files.count());
        }
    }

    @Test
    void bothFormsOfAMailAreRead() throws Exception {
        Mailbox mailbox = mailbox();
        mailbox.keep("real@example.com", bytes("""
            To: Somebody Else <else@example.com>
            Subject: =?UTF-8?B?R3LDvMOfZQ==?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            F=C3=BCr Sie
            --b
            Content-Type: text/html; charset=UTF-8

            <b>Für Sie</b>
            --b--
            """));

        CaughtMessage message = mailbox.messages().get(0);
        assertEquals("real@example.com", message.to());
        assertEquals("Grüße", message.subject());
        assertEquals("Für Sie", message.text().strip());
        assertEquals("<b>Für Sie</b>", message.html().strip());
        assertEquals(STANDING.instant(), message.sentAt());
    }

    @Test
    void aMailThatIsNoneIsShownAllTheSame() throws Exception {
        Mailbox mailbox = mailbox();
        mailbox.keep("a@example.com", bytes("Content-Type: text/plain; charset=no-such-charset\n\nhello"));
        mailbox.keep(
                "a@example.com", bytes("Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart"));
        mailbox.keep("a@example.com", bytes("\u0000\u0001\n"));

        assertEquals(3, mailbox.messages().size());
    }

    @Test
    void anIdIsNoPath() throws Exception {
        Files.writeString(folder.resolve("secret.eml"), "Subject: secret\n\n");

        assertTrue(mailbox().message("secret").isEmpty());
        assertTrue(mailbox().message("../" + folder.getFileName() + "/secret").isEmpty());
        assertTrue(mailbox().messages().isEmpty());
    }

    private Mailbox mailbox() throws IOException {
        return Mailbox.in(folder, STANDING);
    }

    private static List<String> subjects(Mailbox mailbox) throws IOException {
        return mailbox.messages().stream().map(CaughtMessage::subject).toList();
    }

    private static InputStream mail(String subject) {
        return bytes("Subject: " + subject + "\n\nhello\n");
    }

    private static InputStream bytes(String mail) {
        return new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
