package io.productsnap.core.account;

import io.productsnap.core.account.ConfirmPassword.Proof;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.policy.FreshLoginPolicy;
import io.productsnap.core.policy.Unavailable;
import io.productsnap.core.session.Authenticate.Caller;
import io.productsnap.core.session.SessionStore;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Closes an account for its owner, for good. */
public final class CloseAccount {

    private static final System.Logger LOG = System.getLogger(CloseAccount.class.getName());
    private static final String ACTION = "account.close";

    private final UserStore users;
    private final SessionStore sessions;
    private final ConfirmPassword confirm;
    private final ClosedAccounts accounts;
    private final ClearClosedAccounts clearing;
    private final Clock clock;

    /** @param clearing what is done at once, as far as it can be; a duty does the rest */
    public CloseAccount(
            UserStore users,
            SessionStore sessions,
            ConfirmPassword confirm,
            ClosedAccounts accounts,
            ClearClosedAccounts clearing,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.confirm = confirm;
        this.accounts = accounts;
        this.clearing = clearing;
        this.clock = clock;
    }

    /** What can come of it: whoever asks has an answer for each. */
    public interface Answers<T> extends ConfirmPassword.Refusals<T> {
        T closed();

        /** The login is too old to do without the password. */
        T logInAgain();
    }

    /** Closes it for whoever has just logged in ({@link FreshLoginPolicy}), with a password or by somebody else's word. */
    public <T> T close(Caller caller, Client client, Answers<T> answers) {
        Instant now = clock.instant();
        boolean fresh = sessions.findLive(caller.session(), now)
                .filter(session -> FreshLoginPolicy.DEFAULT.isFresh(session.createdAt(), now))
                .isPresent();
        return fresh ? shut(caller, client, answers::closed) : answers.logInAgain();
    }

    /**
     * Closes it for whoever knows the password.
     *
     * @throws IllegalArgumentException when there is no such user
     */
    public <T> T close(Caller caller, String password, Client client, Answers<T> answers) {
        User user = users.get(caller.user());
        return confirm.before(
                () -> shut(caller, client, answers::closed), new Proof(user, password, client, ACTION), answers);
    }

    private <T> T shut(Caller caller, Client client, Supplier<T> answer) {
        // Twice at once is closed once, and each is told so.
        if (accounts.close(caller.user(), AuditEntry.done(clock.instant(), caller.user(), ACTION, client))) {
            clear(caller);
        }
        return answer.get();
    }

    private void clear(Caller caller) {
        try {
            clearing.removeJobs(caller.user());
        } catch (Unavailable unavailable) {
            // The account is closed, and that is what was asked for.
            LOG.log(
                    Level.WARNING,
                    () -> "closed " + caller.user() + "; a duty has yet to remove the jobs",
                    unavailable);
        }
    }
}
