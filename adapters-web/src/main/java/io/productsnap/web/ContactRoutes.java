package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.contact.ContactForm;
import io.productsnap.core.contact.ContactSupport;
import io.productsnap.core.policy.Complaint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The contact form: {@code /api/contact}. */
final class ContactRoutes {

    private final ContactSupport contact;
    private final Visitors visitors;

    ContactRoutes(WebApp app, Visitors visitors) {
        this.contact = app.office().contact();
        this.visitors = visitors;
    }

    void install(RoutesConfig routes) {
        routes.post("/api/contact/support", this::write);
    }

    private void write(Context ctx) {
        JsonFields fields = JsonFields.read(ctx);
        String name = fields.text("name", "Please enter your name.");
        String email = fields.text("email", "Please enter your e-mail address.");
        String subject = fields.text("subject", "Please say what it is about.");
        String message = fields.text("message", "Please write a message.");
        Optional<String> category = fields.optionalText("category").filter(text -> !text.isBlank());
        fields.check();
        ContactForm form = new ContactForm(name, email, subject, message, category);
        contact.write(form, visitors.client(ctx), new ContactReplies()).to(ctx);
    }

    /** @param success what the client in production looks at */
    record SentView(String message, boolean success) {}

    private record ContactReplies() implements ContactSupport.Answers<Reply> {

        @Override
        public Reply sent() {
            return Answer.ok(new SentView("Thank you. We will answer by e-mail.", true));
        }

        @Override
        public Reply invalid(List<Complaint> complaints) {
            return Problems.invalid(complaints);
        }

        @Override
        public Reply tooMany(Duration retryAfter) {
            return Problems.tooMany("Too many messages. Please try again later.", retryAfter);
        }
    }
}
