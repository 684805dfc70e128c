package io.productsnap.messaging.smtp;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.EmailAddress;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that keeps what it is given. */
final class Post implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    static final Sender SENDER = new Sender(new EmailAddress("hello@example.org"), "ProductSnap Künstler");

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final SMTPServer server;

    /** Raw: a character a byte. */
    record Received(String from, String to, String raw) {}

    Post(UnaryOperator<SMTPServer.Builder> setUp) {
        this.server = setUp.apply(SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .messageHandler((context, from, to, data) ->
                                received.add(new Received(from, to, new String(data, StandardCharsets.ISO_8859_1)))))
                .build();
        server.start();
    }

    Queue<Received> received() {
        return received;
    }

    int port() {
        return server.getPortAllocated();
    }

    SmtpSettings settings(Encryption encryption) {
        return settings(port(), encryption, "", "");
    }

    SmtpSettings settings(Encryption encryption, String user, String password) {
        return settings(port(), encryption, user, password);
    }

    static SmtpSettings settings(int port, Encryption encryption, String user, String password) {
        return new SmtpSettings("localhost", port, encryption, user, password, SENDER, Duration.ofSeconds(10));
    }

    static Mail aMail() {
        return aMail("Your photo is ready ✓");
    }

    static Mail aMail(String subject) {
        return new Mail(
                UUID.fromString("01a21110-7dcb-7204-9ad1-05060859acb4"),
                new EmailAddress("ann@example.com"),
                subject,
                "Grüße,\n.\n..dot\nyour shop 📷",
                "<p>Grüße,<br>your shop 📷</p>");
    }

    @Override
    public void close() {
        server.stop();
    }
}
