package io.productsnap.development.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The two pages that caught mail is read on. Everything of a mail is escaped; its HTML is shown in a locked frame. */
final class MailPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private MailPage() {}

    static String list(List<CaughtMessage> messages) {
        String rows = messages.stream().map(MailPage::row).collect(Collectors.joining());
        return page("Caught mail", messages.isEmpty() ? "<p>No mail has been sent yet.</p>" : """
            <table>
              <thead><tr><th>Sent</th><th>To</th><th>Subject</th></tr></thead>
              <tbody>
            %s  </tbody>
            </table>
            """.formatted(rows));
    }

    static String of(CaughtMessage message) {
        return page(shown(message.subject()), """
            <p><a href="/dev/mail">All mail</a></p>
            <dl>
              <dt>To</dt><dd>%s</dd>
              <dt>Sent</dt><dd>%s</dd>
            </dl>
            %s%s""".formatted(
                        escaped(message.to()),
                        time(message.sentAt()),
                        message.text().isEmpty() ? "" : "<pre>" + linked(message.text()) + "</pre>\n",
                        message.html().isEmpty() ? "" : frame(message.html())));
    }

    private static String row(CaughtMessage message) {
        return """
                <tr><td>%s</td><td>%s</td><td><a href="/dev/mail/%s">%s</a></td></tr>
            """.formatted(
                        time(message.sentAt()), escaped(message.to()), message.id(), escaped(shown(message.subject())));
    }

    // An empty sandbox: no scripts, no forms, no way out, an origin of its own. The links are in the text above it.
    private static String frame(String html) {
        return "<h2>As HTML</h2>\n<iframe sandbox=\"\" title=\"The mail as HTML\" srcdoc=\"%s\"></iframe>\n"
                .formatted(escaped(html));
    }

    private static String page(String title, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%s</title>
              <link rel="stylesheet" href="/dev/mail.css">
            </head>
            <body>
            <h1>%s</h1>
            %s</body>
            </html>
            """.formatted(escaped(title), escaped(title), body);
    }

    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        int end = 0;
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            MatchResult link = matcher.toMatchResult();
            String address = escaped(link.group());
            html.append(escaped(text.substring(end, link.start())))
                    .append("<a rel=\"noopener noreferrer\" href=\"%s\">%s</a>".formatted(address, address));
            end = link.end();
        }
        return html.append(escaped(text.substring(end))).toString();
    }

    private static String shown(String subject) {
        return subject.isBlank() ? "(no subject)" : subject;
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
