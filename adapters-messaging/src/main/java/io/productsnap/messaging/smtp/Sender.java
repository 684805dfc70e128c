package io.productsnap.messaging.smtp;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Require;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom mails are from.
 *
 * @param name shown to whoever gets one, one line of at most 100 characters; empty for the address alone
 */
public record Sender(EmailAddress address, String name) {

    private static final Pattern NAMED = Pattern.compile("\"?(?<name>[^\"<>]*?)\"?\\s*<(?<address>[^<>]+)>");

    public Sender {
        Require.that(name.length() <= 100, "the sender's name must have at most 100 characters");
        Require.that(
                name.codePoints().noneMatch(Character::isISOControl), "the sender's name must be one line of text");
    }

    /**
     * Reads {@code ProductSnap <hello@example.org>} or {@code hello@example.org}.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    public static Sender parse(String text) {
        Matcher named = NAMED.matcher(text.strip());
        String name = named.matches() ? named.group("name").strip() : "";
        String address = named.matches() ? named.group("address") : text;
        return EmailAddress.parse(address)
                .map(parsed -> new Sender(parsed, name))
                .orElseThrow(() ->
                        new IllegalArgumentException("SMTP_FROM is written address, or Name <address>, not: " + text));
    }

    /** Behind the at sign. */
    String domain() {
        return address.value().substring(address.value().indexOf('@') + 1);
    }
}
