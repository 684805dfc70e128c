package io.productsnap.persistence.postgres;

import io.productsnap.core.account.AccountStore;
import io.productsnap.core.account.ClosedAccounts;
import io.productsnap.core.account.CredentialStore;
import io.productsnap.core.audit.AuditLog;
import io.productsnap.core.contract.Stores;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.mail.MailOutbox;
import io.productsnap.core.session.SessionStore;
import io.productsnap.core.signal.Signals;
import io.productsnap.core.user.UserStore;
import javax.sql.DataSource;

/** All stores over one emptied database. */
final class PostgresStores implements Stores {

    private final DataSource dataSource = TestDatabase.emptied().pooled();

    @Override
    public JobStore jobs() {
        return new PostgresJobStore(dataSource);
    }

    @Override
    public UserStore users() {
        return new PostgresUserStore(dataSource);
    }

    @Override
    public SessionStore sessions() {
        return new PostgresSessionStore(dataSource);
    }

    @Override
    public AccountStore accounts() {
        return new PostgresAccountStore(dataSource);
    }

    @Override
    public CredentialStore credentials() {
        return new PostgresCredentialStore(dataSource);
    }

    @Override
    public ClosedAccounts closedAccounts() {
        return new PostgresClosedAccounts(dataSource);
    }

    @Override
    public MailOutbox outbox() {
        return new PostgresMailOutbox(dataSource);
    }

    @Override
    public AuditLog audit() {
        return new PostgresAuditLog(dataSource);
    }

    @Override
    public Signals signals() {
        return Listening.SIGNALS;
    }

    private static final class Listening {
        static final PostgresSignals SIGNALS = started();

        private static PostgresSignals started() {
            PostgresSignals signals = new PostgresSignals(TestDatabase.another().direct());
            signals.start();
            return signals;
        }
    }
}
