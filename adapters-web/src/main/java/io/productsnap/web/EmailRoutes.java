package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.account.ChangeEmail;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.session.Authenticate.Caller;

/** Another address for an account. */
final class EmailRoutes {

    private static final Replies REPLIES = new Replies();

    private final ChangeEmail changeEmail;
    private final Visitors visitors;

    EmailRoutes(WebApp app, Visitors visitors) {
        this.changeEmail = app.credentials().changeEmail();
        this.visitors = visitors;
    }

    void install(RoutesConfig routes) {
        routes.post("/api/users/change-email", this::ask);
        routes.post("/api/auth/confirm-email", this::confirm);
    }

    private void ask(Context ctx) {
        Caller caller = visitors.callers().demand(ctx);
        JsonFields fields = JsonFields.read(ctx);
        String wanted = fields.text("new_email", "Please enter the new e-mail address.");
        String password = fields.text("password", "Please enter your password.");
        fields.check();
        changeEmail
                .ask(caller.user(), wanted, password, visitors.client(ctx), REPLIES)
                .to(ctx);
    }

    /** Whoever reads the new mailbox need not be logged in there. */
    private void confirm(Context ctx) {
        JsonFields fields = JsonFields.read(ctx);
        String token = fields.text("token", "The link is not complete.");
        fields.check();
        changeEmail.confirm(token, visitors.client(ctx), REPLIES).to(ctx);
    }

    private record Replies() implements PasswordRefusals, ChangeEmail.Answers<Reply>, ChangeEmail.Confirmations<Reply> {

        @Override
        public Reply asked() {
            return Answer.said("We have sent a link to the new address. Until you open it, nothing changes.");
        }

        @Override
        public Reply changed() {
            return Answer.said("Your e-mail address is changed.");
        }

        @Override
        public Reply taken() {
            return Problems.conflict("This e-mail address is already registered.");
        }

        @Override
        public Reply badLink() {
            return Problems.badLink();
        }

        @Override
        public Reply invalid(Complaint complaint) {
            return Problems.invalid(complaint.field(), complaint.message());
        }
    }
}
