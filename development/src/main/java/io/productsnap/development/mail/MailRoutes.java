package io.productsnap.development.mail;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Caught mail, for the browser and for scripts. */
public final class MailRoutes {
    // Of the page, and by inheritance of the mail that it shows in a frame: nothing is fetched, nothing runs.
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Mailbox mailbox;

    private MailRoutes(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Shows the folder that a {@link CaughtMail} of this or of another process fills. */
    public static MailRoutes of(Path folder) throws IOException {
        return new MailRoutes(Mailbox.in(folder, Clock.systemUTC()));
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/dev/mail", this::list);
        routes.get("/dev/mail.json", this::json);
        routes.get("/dev/mail.css", MailRoutes::style);
        routes.get("/dev/mail/{id}", this::message);
    }

    private void list(Context ctx) throws IOException {
        page(ctx, MailPage.list(mailbox.messages()));
    }

    private void message(Context ctx) throws IOException {
        CaughtMessage message = mailbox.message(ctx.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("There is no such mail, or no longer."));
        page(ctx, MailPage.of(message));
    }

    private void json(Context ctx) throws IOException {
        ctx.header("Cache-Control", "no-store");
        ctx.json(mailbox.messages().stream().map(MailRoutes::entry).toList());
    }

    private static Map<String, String> entry(CaughtMessage message) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("id", message.id());
        entry.put("to", message.to());
        entry.put("subject", message.subject());
        entry.put("text", message.text());
        entry.put("html", message.html());
        entry.put("sent_at", message.sentAt().toString());
        return entry;
    }

    private static void page(Context ctx, String html) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cache-Control", "no-store");
        ctx.html(html);
    }

    private static void style(Context ctx) throws IOException {
        try (InputStream css = MailRoutes.class.getResourceAsStream("mail.css")) {
            if (css == null) {
                throw new IllegalStateException("mail.css is missing from this build");
            }
            ctx.contentType("text/css; charset=utf-8");
            ctx.result(new String(css.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
