package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.Profile;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.time.Clock;
import java.util.Optional;

/** Who one is and what one has: {@code /api/users}. */
final class UserRoutes {

    private final UserStore users;
    private final JobStore jobs;
    private final Clock clock;
    private final Callers callers;

    UserRoutes(WebApp app, Callers callers) {
        this.users = app.accounts().users();
        this.jobs = app.photos().jobs().store();
        this.clock = app.clock();
        this.callers = callers;
    }

    void install(RoutesConfig routes) {
        ReadRoutes.get(routes, "/api/users/me", this::me);
        routes.put("/api/users/me", this::change);
        ReadRoutes.get(routes, "/api/users/stats", this::stats);
    }

    private void me(Context ctx) {
        Answer.ok(ProfileView.of(user(callers.demand(ctx).user()))).to(ctx);
    }

    private void change(Context ctx) {
        User user = user(callers.demand(ctx).user());
        Profile wanted = wanted(user.profile(), JsonFields.read(ctx));
        users.update(user.id(), wanted);
        Answer.ok(new ProfileView.Saved(ProfileView.of(user(user.id())), "Your profile is saved."))
                .to(ctx);
    }

    /** What is not sent stays; an empty name takes the name away. */
    private static Profile wanted(Profile present, JsonFields fields) {
        Optional<String> name = fields.optionalText("full_name").filter(text -> !text.isBlank());
        if (name.isPresent() && !Profile.isName(name.get())) {
            fields.complain("full_name", "A name is one line of 1 to " + Profile.LONGEST_NAME + " characters.");
        }
        Optional<Boolean> notify = fields.optionalFlag("notify_on_completion");
        fields.check();
        return new Profile(
                fields.has("full_name") ? name : present.fullName(), notify.orElse(present.notifyOnCompletion()));
    }

    private User user(UserId id) {
        return users.find(id)
                .orElseThrow(() -> new ProblemException(Problems.badToken("This account does not exist any more.")));
    }

    private void stats(Context ctx) {
        UserId user = callers.demand(ctx).user();
        Answer.ok(StatsView.of(jobs.usage(User.owner(user), clock.instant()))).to(ctx);
    }
}
