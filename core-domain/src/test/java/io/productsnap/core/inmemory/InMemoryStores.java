package io.productsnap.core.inmemory;

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

/** The in-memory stores over one data. */
public record InMemoryStores(InMemoryData data) implements Stores {

    public InMemoryStores() {
        this(new InMemoryData());
    }

    @Override
    public JobStore jobs() {
        return new InMemoryJobStore(data);
    }

    @Override
    public UserStore users() {
        return new InMemoryUserStore(data);
    }

    @Override
    public SessionStore sessions() {
        return new InMemorySessionStore(data);
    }

    @Override
    public AccountStore accounts() {
        return new InMemoryAccountStore(data);
    }

    @Override
    public CredentialStore credentials() {
        return new InMemoryCredentialStore(data);
    }

    @Override
    public ClosedAccounts closedAccounts() {
        return new InMemoryClosedAccounts(data);
    }

    @Override
    public MailOutbox outbox() {
        return new InMemoryMailOutbox(data);
    }

    @Override
    public AuditLog audit() {
        return new InMemoryAuditLog(data);
    }

    @Override
    public Signals signals() {
        return new InMemorySignals(data);
    }
}
