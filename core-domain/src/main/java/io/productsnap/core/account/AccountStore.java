package io.productsnap.core.account;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.job.Allowance;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Session;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.User;
import java.time.Instant;

/** What changes a whole account at once: each method is one transaction over all that it touches. Thread-safe. */
public interface AccountStore {

    /**
     * Stores a new account with all that belongs to it.
     *
     * @return false when the address is taken; then nothing was stored
     */
    boolean register(NewAccount account);

    /** Replaces the user's unspent link of the same purpose, and writes the mail that carries the new one. */
    void sendLink(OneTimeLink link, Mail mail, AuditEntry entry);

    /**
     * Spends a link that verifies an address, and writes who it was into the audit log.
     *
     * @return whether it was good: known, unspent, in time
     */
    boolean verifyEmail(String tokenHash, Client from, Instant now);

    /**
     * Forgets the links that are good no more, few at a time, so that no lock is held for long. Many may do so at once.
     *
     * @return how many were forgotten
     */
    int forgetExpiredLinks(Instant now);

    /** @return whether there is such a user */
    boolean makeAdmin(UserId user, AuditEntry entry);

    /** Shuts a user out and ends all sessions. */
    boolean disable(UserId user, AuditEntry entry);

    /** @return whether there is such a user; whoever has closed the account does not come back */
    boolean enable(UserId user, AuditEntry entry);

    /**
     * An account that does not exist yet.
     *
     * @param session the first login, opened with it
     */
    record NewAccount(User user, Allowance allowance, OneTimeLink link, Mail mail, Session session, AuditEntry entry) {}
}
