package io.productsnap.core.mail;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.OneLine;
import io.productsnap.core.policy.Require;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a mail says. {@link #to} gives it the form that all our mails have, as text and as HTML: whoever writes one is
 * concerned with neither. Immutable.
 */
public final class Letter {

    private static final String BRAND = "ProductSnap";

    /** Longer than what we say, and short enough that a stranger's text cannot fill a mail. */
    private static final int LONGEST_PARAGRAPH = 1_000;

    // Styles stand at their elements: many mail programs drop a style sheet. The colours are those of the pages.
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title></head>
            <body style="margin:0;padding:24px;background:#f4f6f5;color:#14201a;font-family:sans-serif;line-height:1.5">
            <div style="max-width:34em;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px">
            <p style="margin:0;color:#0b6b4a;font-weight:bold">%2$s</p>
            <h1 style="font-size:20px">%1$s</h1>
            %3$s
            </div>
            </body>
            </html>
            """;

    private static final String BUTTON = """
            <p><a href="%s" style="display:inline-block;padding:10px 18px;border-radius:10px;background:#0b6b4a;\
            color:#ffffff;font-weight:bold;text-decoration:none">%s</a></p>""";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String subject;
    private final List<Part> parts;

    private Letter(String subject, List<Part> parts) {
        this.subject = Require.word(subject, 200, "subject");
        this.parts = List.copyOf(parts);
    }

    /** A piece of it, in both forms. */
    private record Part(String text, String html) {}

    /** @param subject one line of at most 200 characters, the heading too */
    public static Letter about(String subject) {
        return new Letter(subject, List.of());
    }

    /** A moment, as letters tell it. */
    public static String time(Instant moment) {
        return TIME.format(moment);
    }

    /** Adds a paragraph. What is in it cannot become markup, nor another paragraph. */
    public Letter says(String paragraph) {
        String line = OneLine.of(paragraph, LONGEST_PARAGRAPH);
        return and(new Part(line, "<p>" + escaped(line) + "</p>"));
    }

    /**
     * Adds a link, once in each form.
     *
     * @param page a page of ours: its address is configured, and never taken from a request
     * @param label what whoever follows it does
     */
    public Letter leadsTo(URI page, String label) {
        return and(new Part(page.toString(), BUTTON.formatted(escaped(page.toString()), escaped(label))));
    }

    private Letter and(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Letter(subject, more);
    }

    /** The mail, addressed. */
    public Mail to(EmailAddress address, UUID id) {
        String text = parts.stream().map(Part::text).collect(Collectors.joining("\n\n", "", "\n\n" + BRAND + "\n"));
        String body = parts.stream().map(Part::html).collect(Collectors.joining("\n"));
        return new Mail(id, address, subject, text, PAGE.formatted(escaped(subject), BRAND, body));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
