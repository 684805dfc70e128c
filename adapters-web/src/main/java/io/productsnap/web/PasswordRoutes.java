package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.account.ChangePassword;
import io.productsnap.core.account.ForgotPassword;
import io.productsnap.core.account.ResetPassword;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.session.Authenticate.Caller;
import java.time.Duration;

/** A new password, for whoever has forgotten the old one and for whoever knows it. */
final class PasswordRoutes {

    private static final Replies REPLIES = new Replies();

    private final WebApp.Credentials credentials;
    private final Visitors visitors;

    PasswordRoutes(WebApp app, Visitors visitors) {
        this.credentials = app.credentials();
        this.visitors = visitors;
    }

    void install(RoutesConfig routes) {
        routes.post("/api/auth/forgot-password", this::forgot);
        routes.post("/api/auth/reset-password", this::reset);
        routes.post("/api/users/change-password", this::change);
    }

    private void forgot(Context ctx) {
        JsonFields fields = JsonFields.read(ctx);
        String email = fields.text("email", "Please enter your e-mail address.");
        fields.check();
        EmailAddress.parse(email)
                .map(address -> credentials.forgotPassword().ask(address, visitors.client(ctx), REPLIES))
                .orElseGet(() -> Problems.invalid("email", "This is not a mail address."))
                .to(ctx);
    }

    private void reset(Context ctx) {
        JsonFields fields = JsonFields.read(ctx);
        String token = fields.text("token", "The link is not complete.");
        String password = fields.text("new_password", "Please choose a password.");
        fields.check();
        credentials
                .resetPassword()
                .reset(token, password, visitors.client(ctx), REPLIES)
                .to(ctx);
    }

    private void change(Context ctx) {
        Caller caller = visitors.callers().demand(ctx);
        JsonFields fields = JsonFields.read(ctx);
        String current = fields.text("current_password", "Please enter your current password.");
        String wanted = fields.text("new_password", "Please choose a new password.");
        fields.check();
        credentials
                .changePassword()
                .change(caller, current, wanted, visitors.client(ctx), REPLIES)
                .to(ctx);
    }

    private record Replies()
            implements ForgotPassword.Answers<Reply>, ResetPassword.Answers<Reply>, ChangePassword.Answers<Reply> {

        @Override
        public Reply heard() {
            return Answer.said("If there is an account with this address, we have sent a link to it.");
        }

        @Override
        public Reply busy() {
            return Problems.busy();
        }

        @Override
        public Reply reset() {
            return Answer.said("Your password is changed. Please log in with the new one.");
        }

        @Override
        public Reply badLink() {
            return Problems.badLink();
        }

        @Override
        public Reply changed() {
            return Answer.said("Your password is changed, and your other devices are logged out.");
        }

        @Override
        public Reply invalid(Complaint complaint) {
            return Problems.invalid(complaint.field(), complaint.message());
        }

        @Override
        public Reply wrongPassword() {
            return Problems.badRequest("The current password is wrong.");
        }

        @Override
        public Reply tooMany(Duration retryAfter) {
            return Problems.tooManyAttempts(retryAfter);
        }
    }
}
