package io.productsnap.core.account;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.SessionId;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes what lets people in: their passwords and addresses. Each method is one transaction over all that it touches.
 * Whatever changes one of the two voids the links that would change either: none that was asked for under the old state
 * works in the new one. Thread-safe.
 */
public interface CredentialStore {

    /**
     * Looks at a link, and does not spend it.
     *
     * @return the link, if it is unspent and in time
     */
    Optional<OneTimeLink> find(String tokenHash, Purpose purpose, Instant now);

    /**
     * Spends a link to set a password. The address to which the link was mailed is verified by that, and every session
     * ends.
     *
     * @param entry its time decides whether the link is in time
     * @return whether the link was good; else nothing was done
     */
    boolean reset(String tokenHash, String passwordHash, Mail mail, AuditEntry entry);

    /**
     * Replaces a password, and ends every session but one.
     *
     * @return false when the password is not any more what it was; then nothing was done
     */
    boolean change(PasswordChange change);

    /**
     * Spends a link to change an address, which is verified by that.
     *
     * @param mail to the old address
     * @param entry its time decides whether the link is in time
     */
    EmailChange changeEmail(String tokenHash, Mail mail, AuditEntry entry);

    /**
     * One password for another.
     *
     * @param before the hash of the password that was shown to be right
     * @param after the hash of the new one
     * @param present the session that goes on
     */
    record PasswordChange(UserId user, String before, String after, SessionId present, Mail mail, AuditEntry entry) {

        @Override
        public String toString() {
            return "PasswordChange[" + user + "]";
        }
    }

    /** What became of a link that changes an address. */
    enum EmailChange {
        CHANGED,
        /** Somebody else has the address. Nothing was done, and the link is as good as before. */
        TAKEN,
        /** The link is unknown, spent, voided, or out of time. */
        VOID
    }
}
