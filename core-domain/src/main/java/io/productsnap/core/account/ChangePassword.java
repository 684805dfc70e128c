package io.productsnap.core.account;

import io.productsnap.core.account.ConfirmPassword.Proof;
import io.productsnap.core.account.CredentialStore.PasswordChange;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.PasswordPolicy;
import io.productsnap.core.session.Authenticate.Caller;
import io.productsnap.core.user.PasswordHasher;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.time.Clock;
import java.util.Optional;

/** Replaces the password of somebody who is logged in and knows the present one. His other sessions end. */
public final class ChangePassword {

    private final CredentialStore credentials;
    private final UserStore users;
    private final ConfirmPassword confirm;
    private final PasswordHasher hasher;
    private final AccountMails mails;
    private final Clock clock;

    public ChangePassword(
            CredentialStore credentials,
            UserStore users,
            ConfirmPassword confirm,
            PasswordHasher hasher,
            AccountMails mails,
            Clock clock) {
        this.credentials = credentials;
        this.users = users;
        this.confirm = confirm;
        this.hasher = hasher;
        this.mails = mails;
        this.clock = clock;
    }

    /** What can come of it: whoever asks has an answer for each. */
    public interface Answers<T> extends ConfirmPassword.Refusals<T> {
        T changed();

        T invalid(Complaint complaint);
    }

    /**
     * Calls back with what came of it.
     *
     * @throws IllegalArgumentException when there is no such user
     * @throws PasswordHasher.Busy when too many passwords are being hashed
     */
    public <T> T change(Caller caller, String current, String wanted, Client client, Answers<T> answers) {
        Optional<String> complaint = PasswordPolicy.DEFAULT.complaint(wanted);
        if (complaint.isPresent()) {
            return answers.invalid(new Complaint("new_password", complaint.get()));
        }
        User user = users.get(caller.user());
        return confirm.before(
                () -> set(wanted, user, caller, client, answers),
                new Proof(user, current, client, "password.change"),
                answers);
    }

    private <T> T set(String wanted, User user, Caller caller, Client client, Answers<T> answers) {
        PasswordChange change = new PasswordChange(
                user.id(),
                user.passwordHash(),
                hasher.hash(wanted),
                caller.session(),
                mails.passwordChanged(user.email(), client),
                AuditEntry.done(clock.instant(), user.id(), "password.change", client));
        // Should another change have come first, the password that was right a moment ago is not any more.
        return credentials.change(change) ? answers.changed() : answers.wrongPassword();
    }
}
