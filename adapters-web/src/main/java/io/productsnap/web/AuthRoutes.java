package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.account.VerifyEmail;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.session.Authenticate.Caller;
import java.time.Duration;
import java.util.Optional;

/** Accounts and sessions: {@code /api/auth}. */
final class AuthRoutes {

    private final WebApp.Sessions sessions;
    private final WebApp.Accounts accounts;
    private final Visitors visitors;
    private final TokenReplies replies;

    AuthRoutes(WebApp app, Visitors visitors) {
        this.sessions = app.sessions();
        this.accounts = app.accounts();
        this.visitors = visitors;
        this.replies = visitors.replies();
    }

    void install(RoutesConfig routes) {
        routes.post("/api/auth/register", this::register);
        routes.post("/api/auth/login", this::logIn);
        routes.post("/api/auth/refresh", this::refresh);
        routes.post("/api/auth/logout", this::logOut);
        // Not for HEAD: it would spend the link, and answer nothing that can be read.
        routes.get("/api/auth/verify-email", this::verifyEmail);
        routes.post("/api/auth/resend-verification", this::resendVerification);
    }

    private void register(Context ctx) {
        JsonFields fields = JsonFields.read(ctx);
        String email = fields.text("email", "Please enter your e-mail address.");
        String password = fields.text("password", "Please choose a password.");
        Optional<String> fullName = fields.optionalText("full_name").filter(name -> !name.isBlank());
        fields.check();
        accounts.register()
                .register(email, password, fullName, visitors.client(ctx), replies)
                .to(ctx);
    }

    private void logIn(Context ctx) {
        JsonFields fields = JsonFields.read(ctx);
        String email = fields.text("email", "Please enter your e-mail address.");
        String password = fields.text("password", "Please enter your password.");
        fields.check();
        EmailAddress.parse(email)
                .map(address -> sessions.logIn().logIn(address, password, visitors.visit(ctx), replies))
                .orElseGet(() -> Problems.invalid("email", "This is not a mail address."))
                .to(ctx);
    }

    private void refresh(Context ctx) {
        Optional<String> cookie = visitors.cookieOf(ctx);
        JsonFields fields = JsonFields.readIfAny(ctx);
        Optional<String> sent = fields.optionalText("refresh_token");
        fields.check();
        cookie.or(() -> sent)
                .flatMap(token -> sessions.refresh().refresh(token, visitors.client(ctx)))
                .map(replies::refreshed)
                .orElseGet(() -> Problems.badToken("Your login has ended. Please log in again."))
                .to(ctx);
    }

    private void logOut(Context ctx) {
        Optional<Caller> caller = visitors.callers().find(ctx);
        if (caller.isPresent()) {
            sessions.logOut().end(caller.get().user(), caller.get().session(), visitors.client(ctx));
            loggedOut().to(ctx);
            return;
        }
        boolean ended = visitors.cookieOf(ctx)
                .map(token -> sessions.logOut().end(token, visitors.client(ctx)))
                .orElse(false);
        Reply reply = ended ? loggedOut() : Problems.badToken("You are not logged in.");
        reply.to(ctx);
    }

    private Reply loggedOut() {
        return Answer.said("You are logged out.")
                .with("Set-Cookie", visitors.cookie().cleared());
    }

    private void verifyEmail(Context ctx) {
        String token = Optional.ofNullable(ctx.queryParam("token")).orElse("");
        boolean good = accounts.verifyEmail().verify(token, visitors.client(ctx));
        Reply reply = good ? Answer.said("Your e-mail address is confirmed.") : Problems.badLink();
        reply.to(ctx);
    }

    private void resendVerification(Context ctx) {
        Caller caller = visitors.callers().demand(ctx);
        accounts.verifyEmail()
                .resend(caller.user(), visitors.client(ctx), new ResendReplies())
                .to(ctx);
    }

    private record ResendReplies() implements VerifyEmail.Answers<Reply> {

        @Override
        public Reply sent() {
            return Answer.said("We have sent you a new link.");
        }

        @Override
        public Reply alreadyVerified() {
            return Problems.badRequest("Your e-mail address is confirmed already.");
        }

        @Override
        public Reply tooMany(Duration retryAfter) {
            return Problems.tooMany("Too many mails. Please try again later.", retryAfter);
        }
    }
}
