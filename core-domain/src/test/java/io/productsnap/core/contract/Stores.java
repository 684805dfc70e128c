package io.productsnap.core.contract;

import io.productsnap.core.account.AccountStore;
import io.productsnap.core.account.ClosedAccounts;
import io.productsnap.core.account.CredentialStore;
import io.productsnap.core.audit.AuditLog;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.mail.MailOutbox;
import io.productsnap.core.session.SessionStore;
import io.productsnap.core.signal.Signals;
import io.productsnap.core.user.UserStore;

/** One adapter's stores over the same data: empty for each test, and the same ones throughout it. */
public interface Stores {

    JobStore jobs();

    UserStore users();

    SessionStore sessions();

    AccountStore accounts();

    CredentialStore credentials();

    ClosedAccounts closedAccounts();

    MailOutbox outbox();

    AuditLog audit();

    Signals signals();
}
