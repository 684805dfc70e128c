package io.productsnap.messaging.smtp;

import static io.productsnap.messaging.smtp.Post.aMail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.Mailer.MailUndeliverable;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SmtpEncryptionTest {

    @TempDir
    static Path folder;

    private static SSLContext ours;
    private static SSLContext others;

    @BeforeAll
    static void makeCertificates() throws Exception {
        ours = Certificate.of("localhost", folder).context();
        others = Certificate.of("mail.example.net", folder).context();
    }

    @Test
    void startTlsIsUsed() {
        try (Post post = startTls(ours)) {
            mailer(post, Encryption.STARTTLS, ours).send(aMail());

            assertEquals(1, post.received().size());
        }
    }

    @Test
    void tlsIsUsed() {
        try (Post post = tls(ours)) {
            mailer(post, Encryption.TLS, ours).send(aMail());

            assertEquals(1, post.received().size());
        }
    }

    @Test
    void aServerWithoutStartTlsIsGivenNothing() {
        try (Post post = new Post(UnaryOperator.identity())) {
            givenNothing(post, Encryption.STARTTLS, ours);
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        SSLSocketFactory ofTheJvm = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Post startTls = startTls(ours);
                Post tls = tls(ours)) {
            Mail mail = aMail();
            SmtpMailer first = new SmtpMailer(startTls.settings(Encryption.STARTTLS), Post.CLOCK, ofTheJvm);
            SmtpMailer second = new SmtpMailer(tls.settings(Encryption.TLS), Post.CLOCK);

            assertThrows(MailUndeliverable.class, () -> first.send(mail));
            assertThrows(MailUndeliverable.class, () -> second.send(mail));
            assertTrue(startTls.received().isEmpty() && tls.received().isEmpty());
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        try (Post startTls = startTls(others);
                Post tls = tls(others)) {
            givenNothing(startTls, Encryption.STARTTLS, others);
            givenNothing(tls, Encryption.TLS, others);
        }
    }

    private static void givenNothing(Post post, Encryption encryption, SSLContext trust) {
        SmtpMailer mailer = mailer(post, encryption, trust);
        Mail mail = aMail();

        assertThrows(MailUndeliverable.class, () -> mailer.send(mail));
        assertThrows(MailUndeliverable.class, mailer::check);
        assertTrue(post.received().isEmpty());
    }

    private static SmtpMailer mailer(Post post, Encryption encryption, SSLContext trust) {
        return new SmtpMailer(post.settings(encryption), Post.CLOCK, trust.getSocketFactory());
    }

    private static Post startTls(SSLContext shown) {
        return new Post(server -> server.requireTLS().startTlsSocketFactory(shown));
    }

    private static Post tls(SSLContext shown) {
        return new Post(server -> server.serverSocketFactory(shown));
    }
}
