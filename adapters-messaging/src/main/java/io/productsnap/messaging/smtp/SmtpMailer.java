package io.productsnap.messaging.smtp;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to a mail server, each over a connection of its own. Refused is a mail whose sender, recipient or content
 * the server answered with a 5xx; a server that cannot be reached or does not let us in may do so later. Thread-safe.
 */
public final class SmtpMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

    private final SmtpSettings settings;
    private final Clock clock;
    private final Session session;

    /** Trusts whom this JVM trusts. */
    public SmtpMailer(SmtpSettings settings, Clock clock) {
        this(settings, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param sockets decides which certificates are trusted */
    public SmtpMailer(SmtpSettings settings, Clock clock, SSLSocketFactory sockets) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings, sockets));
    }

    @Override
    public void send(Mail mail) {
        Transport transport = connected();
        try {
            MimeMessage letter = Letter.write(mail, settings.from(), clock.instant(), session);
            transport.sendMessage(letter, letter.getAllRecipients());
        } catch (MessagingException failure) {
            throw Reply.in(failure).filter(Reply::isRefusal).isPresent()
                    ? new MailRefused(said(failure), failure)
                    : new MailUndeliverable(said(failure), failure);
        } finally {
            hangUp(transport);
        }
    }

    /** @throws Mailer.MailUndeliverable when the server cannot be reached or does not let us in */
    public void check() {
        Transport transport = connected();
        try {
            // Asks it: a NOOP.
            if (!transport.isConnected()) {
                throw new MailUndeliverable(
                        "the mail server hung up", new MessagingException("no answer to NOOP from " + settings));
            }
        } finally {
            hangUp(transport);
        }
    }

    private Transport connected() {
        try {
            Transport transport = session.getTransport("smtp");
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            return transport;
        } catch (MessagingException failure) {
            throw new MailUndeliverable(said(failure), failure);
        }
    }

    /** Says so and no more: what the server has accepted is sent, whatever it answers to a farewell. */
    private void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException rude) {
            LOG.debug("{} hung up first", settings, rude);
        }
    }

    private String said(MessagingException failure) {
        String words = Reply.in(failure).map(Reply::words).orElseGet(() -> String.valueOf(failure.getMessage()));
        return "the mail server " + settings.host() + ": " + words.strip().replaceAll("\\s+", " ");
    }

    private static Properties properties(SmtpSettings settings, SSLSocketFactory sockets) {
        String timeout = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.encryption() == Encryption.TLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        // Else the name of this machine is looked up, which may take long and tells the world.
        properties.put("mail.smtp.localhost", settings.from().domain());
        // Else a server that is slow to say goodbye makes a mail that was accepted look as if it was not.
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }
}
