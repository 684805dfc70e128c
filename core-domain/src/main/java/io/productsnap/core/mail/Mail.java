package io.productsnap.core.mail;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Require;
import java.util.UUID;

/**
 * A mail to one person, in both its forms.
 *
 * @param id given when it is written; the same mail is stored once
 * @param subject one line, at most 200 characters
 */
public record Mail(UUID id, EmailAddress to, String subject, String text, String html) {

    public Mail {
        Require.word(subject, 200, "subject");
    }
}
