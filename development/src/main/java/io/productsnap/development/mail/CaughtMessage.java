package io.productsnap.development.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail as a person reads it. All of it comes from outside.
 *
 * @param to the address it was sent to
 * @param text empty when it has no plain text
 * @param html empty when it has no HTML
 */
record CaughtMessage(String id, String to, String subject, String text, String html, Instant sentAt) {
    // No mailer nests deeper, and a hostile one must not exhaust the stack.
    private static final int DEEPEST = 20;

    /** Reads what can be read: a mail that is none is shown with that as its text. */
    static CaughtMessage read(String id, byte[] mail) {
        Instant sentAt = Instant.ofEpochMilli(Long.parseLong(id));
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            return new CaughtMessage(
                    id,
                    Optional.ofNullable(message.getHeader("Delivered-To", ", ")).orElse(""),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    content(message, "text/plain", DEEPEST).orElse(""),
                    content(message, "text/html", DEEPEST).orElse(""),
                    sentAt);
        } catch (MessagingException | IOException e) {
            return new CaughtMessage(id, "", "(unreadable)", "This mail cannot be read: " + e, "", sentAt);
        }
    }

    /** The first part of a type that is no attachment. */
    private static Optional<String> content(Part part, String type, int depth) throws MessagingException, IOException {
        if (depth == 0 || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.empty();
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = content(parts.getBodyPart(i), type, depth - 1);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return part.isMimeType(type) ? Optional.of(String.valueOf(part.getContent())) : Optional.empty();
    }
}
