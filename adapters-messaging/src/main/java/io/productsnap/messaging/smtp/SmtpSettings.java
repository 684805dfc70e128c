package io.productsnap.messaging.smtp;

import io.productsnap.core.policy.Require;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Which mail server, and whom mails are from.
 *
 * @param user empty for a server that asks for no login
 * @param password empty exactly when the user is
 * @param timeout for connecting, for each answer and for each write; 20 seconds unless set
 */
public record SmtpSettings(
        String host, int port, Encryption encryption, String user, String password, Sender from, Duration timeout) {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    public SmtpSettings {
        Require.text(host, 255, "SMTP_HOST");
        Require.that(port >= 1 && port <= 65_535, "SMTP_PORT must be 1 to 65535: " + port);
        Require.that(user.isEmpty() == password.isEmpty(), "SMTP_USER and SMTP_PASSWORD must both be set, or neither");
        Require.positive(timeout, "timeout");
        Require.that(timeout.toMillis() <= Integer.MAX_VALUE, "timeout is too long: " + timeout);
    }

    /**
     * Reads {@code SMTP_HOST}, {@code SMTP_FROM}, and where they are set {@code SMTP_PORT} (else the usual one), {@code
     * SMTP_USER} with {@code SMTP_PASSWORD}, and {@code SMTP_TLS} ({@code starttls}, the default, {@code tls} or {@code
     * none}).
     *
     * @throws IllegalArgumentException naming the setting that is missing or wrong
     */
    public static SmtpSettings from(Map<String, String> settings) {
        Encryption encryption =
                optional(settings, "SMTP_TLS").map(Encryption::parse).orElse(Encryption.STARTTLS);
        return new SmtpSettings(
                required(settings, "SMTP_HOST"),
                optional(settings, "SMTP_PORT").map(SmtpSettings::port).orElse(encryption.usualPort()),
                encryption,
                optional(settings, "SMTP_USER").orElse(""),
                optional(settings, "SMTP_PASSWORD").orElse(""),
                Sender.parse(required(settings, "SMTP_FROM")),
                TIMEOUT);
    }

    private static String required(Map<String, String> settings, String name) {
        return optional(settings, name).orElseThrow(() -> new IllegalArgumentException(name + " must be set"));
    }

    private static Optional<String> optional(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name)).filter(text -> !text.isBlank());
    }

    private static int port(String text) {
        Require.that(text.strip().matches("\\d{1,5}"), "SMTP_PORT must be 1 to 65535: " + text);
        return Integer.parseInt(text.strip());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s:%d (%s)".formatted(host, port, encryption);
    }
}
