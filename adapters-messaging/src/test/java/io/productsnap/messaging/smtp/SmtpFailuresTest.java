package io.productsnap.messaging.smtp;

import static io.productsnap.messaging.smtp.Post.aMail;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.Mailer.MailRefused;
import io.productsnap.core.mail.Mailer.MailUndeliverable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SmtpFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "MAIL,550 5.7.1 not from you",
        "MAIL,552 too much",
        "RCPT,550 5.1.1 nobody of that name",
        "RCPT,553 no",
        "DATA,554 no",
        "'.',554 5.6.0 we do not like it"
    })
    void whatTheServerRefusesForGoodIsRefused(String point, String reply) {
        try (RudeServer server = new RudeServer(point, reply)) {
            MailRefused refused =
                    assertThrows(MailRefused.class, () -> mailer(server.port()).send(aMail()));

            assertTrue(String.valueOf(refused.getMessage()).contains(reply), refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT,421 too busy",
        "CONNECT,554 not today",
        "MAIL,451 later",
        "MAIL,530 5.7.0 log in first",
        "RCPT,450 greylisted",
        "RCPT,452 full",
        "DATA,451 later",
        "'.',451 later",
        "'.',421 going down"
    })
    void whatMayPassIsUndeliverable(String point, String reply) {
        try (RudeServer server = new RudeServer(point, reply)) {
            assertThrows(MailUndeliverable.class, () -> mailer(server.port()).send(aMail()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void aServerThatHangsOrHangsUpIsUndeliverable(String point) {
        for (String how : new String[] {RudeServer.HANG, RudeServer.DROP}) {
            try (RudeServer server = new RudeServer(point, how)) {
                SmtpMailer mailer = mailer(server.port());
                Mail mail = aMail();

                assertThrows(MailUndeliverable.class, () -> mailer.send(mail), how);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RudeServer.HANG, RudeServer.DROP, "500 stay"})
    void aMailThatWasAcceptedIsSentHoweverTheServerSaysGoodbye(String goodbye) {
        try (RudeServer server = new RudeServer("QUIT", goodbye)) {
            assertDoesNotThrow(() -> mailer(server.port()).send(aMail()));
        }
    }

    @Test
    void aServerThatIsNotThereIsUndeliverableAndNotWell() throws IOException {
        int port = freePort();

        assertThrows(MailUndeliverable.class, () -> mailer(port).send(aMail()));
        assertThrows(MailUndeliverable.class, () -> mailer(port).check());
    }

    @ParameterizedTest
    @CsvSource({"CONNECT,hang", "CONNECT,421 busy", "EHLO,drop", "NOOP,421 going down"})
    void aServerThatDoesNotLetUsInIsNotWell(String point, String reply) {
        try (RudeServer server = new RudeServer(point, reply)) {
            assertThrows(MailUndeliverable.class, () -> mailer(server.port()).check());
        }
    }

    private static SmtpMailer mailer(int port) {
        return new SmtpMailer(
                new SmtpSettings("localhost", port, Encryption.NONE, "", "", Post.SENDER, Duration.ofMillis(700)),
                Post.CLOCK);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
