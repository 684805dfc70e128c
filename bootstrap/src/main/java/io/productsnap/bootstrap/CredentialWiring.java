package io.productsnap.bootstrap;

import io.productsnap.core.account.AccountMails;
import io.productsnap.core.account.AccountStore;
import io.productsnap.core.account.ChangeEmail;
import io.productsnap.core.account.ChangePassword;
import io.productsnap.core.account.ClearClosedAccounts;
import io.productsnap.core.account.CloseAccount;
import io.productsnap.core.account.ConfirmPassword;
import io.productsnap.core.account.CredentialStore;
import io.productsnap.core.account.ForgotPassword;
import io.productsnap.core.account.MailCap;
import io.productsnap.core.account.ResetPassword;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.photo.RemoveAllPhotos;
import io.productsnap.core.session.SessionStore;
import io.productsnap.core.user.CheckPassword;
import io.productsnap.core.user.PasswordHasher;
import io.productsnap.core.user.UserStore;
import io.productsnap.persistence.postgres.PostgresAccountStore;
import io.productsnap.persistence.postgres.PostgresAuditLog;
import io.productsnap.persistence.postgres.PostgresClosedAccounts;
import io.productsnap.persistence.postgres.PostgresCredentialStore;
import io.productsnap.web.WebApp;
import java.time.Clock;
import javax.sql.DataSource;

/** The use cases about passwords, addresses and the end of an account. */
final class CredentialWiring {

    private CredentialWiring() {}

    static WebApp.Credentials credentials(
            Settings settings, Adapters adapters, UserStore users, SessionStore sessions, PasswordHasher hasher) {
        DataSource database = adapters.database().pooled();
        Clock clock = adapters.clock();
        AccountStore accounts = new PostgresAccountStore(database);
        CredentialStore credentials = new PostgresCredentialStore(database);
        AccountMails mails = new AccountMails(settings.web().frontEnd(), clock, adapters.random());
        ConfirmPassword confirm = new ConfirmPassword(
                new CheckPassword(users, hasher),
                new PostgresAuditLog(database),
                new Throttle(adapters.limiter(), settings.limits().login()),
                clock);
        MailCap recipient =
                new MailCap(new Throttle(adapters.limiter(), settings.limits().recipient()));
        ForgotPassword.Limits forgot = new ForgotPassword.Limits(
                new Throttle(adapters.limiter(), settings.limits().forgot()), recipient);
        return new WebApp.Credentials(
                new ForgotPassword(users, accounts, mails, forgot, adapters.afterwards(), clock),
                new ResetPassword(credentials, users, hasher, mails, clock),
                new ChangePassword(credentials, users, confirm, hasher, mails, clock),
                new ChangeEmail(accounts, credentials, users, new ChangeEmail.Guards(confirm, recipient), mails, clock),
                new CloseAccount(
                        users, sessions, confirm, new PostgresClosedAccounts(database), clearing(adapters), clock));
    }

    static ClearClosedAccounts clearing(Adapters adapters) {
        return new ClearClosedAccounts(
                new PostgresClosedAccounts(adapters.database().pooled()),
                new RemoveAllPhotos(adapters.jobs(), adapters.photos().store()),
                adapters.clock());
    }
}
