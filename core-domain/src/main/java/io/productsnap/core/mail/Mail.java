package io.productsnap.core.mail;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Require;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail to one person, in both its forms.
 *
 * @param id given when it is written; the same mail is stored once
 * @param replyTo whom the answer is for; empty when that is whoever our mails are from
 * @param subject one line, at most 200 characters
 */
public record Mail(UUID id, EmailAddress to, Optional<EmailAddress> replyTo, String subject, String text, String html) {

    public Mail {
        Require.word(subject, 200, "subject");
    }

    /** A mail whose answer comes to us. */
    public Mail(UUID id, EmailAddress to, String subject, String text, String html) {
        this(id, to, Optional.empty(), subject, text, html);
    }

    /** The same mail, to be answered to somebody else. */
    public Mail answeredTo(EmailAddress other) {
        return new Mail(id, to, Optional.of(other), subject, text, html);
    }
}
