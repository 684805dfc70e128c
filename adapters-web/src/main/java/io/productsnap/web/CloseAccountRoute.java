package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.account.CloseAccount;
import io.productsnap.core.person.Client;
import io.productsnap.core.session.Authenticate.Caller;
import java.util.Optional;

/** The end of an account. */
final class CloseAccountRoute {

    private final CloseAccount closeAccount;
    private final Visitors visitors;
    private final Replies replies;

    CloseAccountRoute(WebApp app, Visitors visitors) {
        this.closeAccount = app.credentials().closeAccount();
        this.visitors = visitors;
        this.replies = new Replies(visitors.cookie());
    }

    void install(RoutesConfig routes) {
        routes.delete("/api/users/delete-account", this::close);
    }

    private void close(Context ctx) {
        Caller caller = visitors.callers().demand(ctx);
        JsonFields fields = JsonFields.readIfAny(ctx);
        Optional<String> password = fields.optionalText("password");
        fields.check();
        Client client = visitors.client(ctx);
        password.map(text -> closeAccount.close(caller, text, client, replies))
                .orElseGet(() -> closeAccount.close(caller, client, replies))
                .to(ctx);
    }

    private record Replies(RefreshCookie cookie) implements PasswordRefusals, CloseAccount.Answers<Reply> {

        @Override
        public Reply closed() {
            return Answer.said("Your account is deleted.").with("Set-Cookie", cookie.cleared());
        }

        @Override
        public Reply logInAgain() {
            return Problems.reauthenticationRequired();
        }
    }
}
