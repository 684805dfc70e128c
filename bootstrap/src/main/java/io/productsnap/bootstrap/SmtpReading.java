package io.productsnap.bootstrap;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.messaging.smtp.SmtpSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the settings of mail. */
final class SmtpReading {

    private static final List<String> NAMES =
            List.of("SMTP_HOST", "SMTP_PORT", "SMTP_TLS", "SMTP_USER", "SMTP_PASSWORD", "SMTP_FROM");

    /** A name that nobody can own (RFC 2606): mail from it stays on the laptop. */
    private static final String LAPTOP_SENDER = "ProductSnap <hello@productsnap.example>";

    private SmtpReading() {}

    /** Who answers people: whoever mails are from, unless somebody else is named. */
    static EmailAddress support(Environment from, SmtpSettings smtp) {
        return from.read(
                "SUPPORT_EMAIL",
                smtp.from().address(),
                "a mail address",
                text -> EmailAddress.parse(text).orElseThrow(() -> new IllegalArgumentException("no address")));
    }

    static SmtpSettings read(Environment from, Settings.Mode mode) {
        Map<String, String> values = new HashMap<>();
        NAMES.forEach(name -> from.text(name).ifPresent(value -> values.put(name, value)));
        values.put("SMTP_HOST", from.required("SMTP_HOST", "mail leaves through it"));
        if (mode == Settings.Mode.DEVELOPMENT) {
            values.putIfAbsent("SMTP_FROM", LAPTOP_SENDER);
        } else if (!from.isSet("SMTP_FROM")) {
            from.complain("SMTP_FROM is missing: mails are from it, as ProductSnap <hello@example.com>");
            values.put("SMTP_FROM", LAPTOP_SENDER);
        }
        try {
            return SmtpSettings.from(values);
        } catch (IllegalArgumentException wrong) {
            from.complain(String.valueOf(wrong.getMessage()));
            return SmtpSettings.from(Map.of("SMTP_HOST", "localhost", "SMTP_FROM", LAPTOP_SENDER));
        }
    }
}
