package io.productsnap.core.account;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.PasswordPolicy;
import io.productsnap.core.user.LinkToken;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import io.productsnap.core.user.PasswordHasher;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.time.Clock;
import java.util.Optional;

/** Sets a new password for whoever follows the link that was mailed for it. */
public final class ResetPassword {

    private final CredentialStore credentials;
    private final UserStore users;
    private final PasswordHasher hasher;
    private final AccountMails mails;
    private final Clock clock;

    public ResetPassword(
            CredentialStore credentials, UserStore users, PasswordHasher hasher, AccountMails mails, Clock clock) {
        this.credentials = credentials;
        this.users = users;
        this.hasher = hasher;
        this.mails = mails;
        this.clock = clock;
    }

    /** What can come of it: whoever asks has an answer for each. */
    public interface Answers<T> {
        T reset();

        /** The link is as good as before. */
        T invalid(Complaint complaint);

        /** The link is unknown, spent, voided, or too old. */
        T badLink();
    }

    /**
     * Calls back with what came of it.
     *
     * @throws PasswordHasher.Busy when too many passwords are being hashed; the link is as good as before
     */
    public <T> T reset(String token, String password, Client client, Answers<T> answers) {
        Optional<String> complaint = PasswordPolicy.DEFAULT.complaint(password);
        if (complaint.isPresent()) {
            return answers.invalid(new Complaint("new_password", complaint.get()));
        }
        boolean reset = LinkToken.sent(token)
                .map(sent -> follow(sent.hash(), password, client))
                .orElse(false);
        return reset ? answers.reset() : answers.badLink();
    }

    private boolean follow(String tokenHash, String password, Client client) {
        // A look first: hashing costs, and not everybody may have us do it.
        return credentials
                .find(tokenHash, Purpose.RESET_PASSWORD, clock.instant())
                .map(OneTimeLink::user)
                .flatMap(users::find)
                .map(user -> spend(tokenHash, user, password, client))
                .orElse(false);
    }

    private boolean spend(String tokenHash, User user, String password, Client client) {
        String hash = hasher.hash(password);
        return credentials.reset(
                tokenHash,
                hash,
                mails.passwordChanged(user.email(), client),
                AuditEntry.done(clock.instant(), user.id(), "password.reset", client));
    }
}
