package io.productsnap.messaging.smtp;

import io.productsnap.core.mail.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Writes a mail as it goes over the wire (RFC 5322, RFC 2046). */
final class Letter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private Letter() {}

    static MimeMessage write(Mail mail, Sender from, Instant date, Session session) throws MessagingException {
        MimeMessage letter = new MimeMessage(session);
        letter.setFrom(address(from));
        letter.setRecipient(RecipientType.TO, new InternetAddress(mail.to().value()));
        if (mail.replyTo().isPresent()) {
            letter.setReplyTo(new InternetAddress[] {
                new InternetAddress(mail.replyTo().get().value())
            });
        }
        letter.setSubject(mail.subject(), UTF_8);
        letter.setSentDate(Date.from(date));
        // Nobody's holiday notice should answer it (RFC 3834).
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setContent(bodies(mail));
        letter.saveChanges();
        // After saving, which makes up an id of its own: a mail that is sent twice is the same mail to whoever gets it.
        letter.setHeader("Message-ID", "<" + mail.id() + "@" + from.domain() + ">");
        return letter;
    }

    /** The plainest first: readers show the last that they understand. */
    private static MimeMultipart bodies(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress address(Sender from) throws MessagingException {
        if (from.name().isEmpty()) {
            return new InternetAddress(from.address().value());
        }
        try {
            return new InternetAddress(from.address().value(), from.name(), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("this JDK has no UTF-8", impossible);
        }
    }
}
