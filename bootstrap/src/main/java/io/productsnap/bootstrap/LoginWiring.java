package io.productsnap.bootstrap;

import io.productsnap.core.limit.Throttle;
import io.productsnap.core.session.DeviceTokens;
import io.productsnap.core.session.IssueTokens;
import io.productsnap.core.session.LogIn;
import io.productsnap.core.session.LoginLimits;
import io.productsnap.core.session.NewSignInMail;
import io.productsnap.core.session.OpenSession;
import io.productsnap.core.session.SessionStore;
import io.productsnap.core.user.CheckPassword;
import io.productsnap.core.user.PasswordHasher;
import io.productsnap.core.user.UserStore;
import io.productsnap.persistence.postgres.PostgresAuditLog;

/** All that stands between a password and a session. */
final class LoginWiring {

    private LoginWiring() {}

    static LogIn logIn(
            Settings settings,
            Adapters adapters,
            UserStore users,
            PasswordHasher hasher,
            DeviceTokens devices,
            OpenSession door) {
        Limits limits = settings.limits();
        return new LogIn(
                users,
                new CheckPassword(users, hasher),
                new LoginLimits(
                        new Throttle(adapters.limiter(), limits.login()),
                        new Throttle(adapters.limiter(), limits.account())),
                devices,
                door,
                new PostgresAuditLog(adapters.database().pooled()),
                adapters.clock());
    }

    static OpenSession door(Settings settings, Adapters adapters, SessionStore sessions, IssueTokens tokens) {
        Throttle cap = new Throttle(adapters.limiter(), NewSignInMail.USUAL_CAP);
        return new OpenSession(
                sessions, tokens, new NewSignInMail(cap, settings.web().frontEnd(), adapters.random()));
    }
}
