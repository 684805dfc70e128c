package io.productsnap.core.session;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditLog;
import io.productsnap.core.limit.RateLimiter.Taken;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.PasswordPolicy;
import io.productsnap.core.user.PasswordHasher;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens a session for whoever knows the password. A place in the limiter's window is taken before the hash is made and
 * given back when the password was right, so that failures count exactly, however many come at once.
 */
public final class LogIn {

    private final UserStore users;
    private final PasswordHasher hasher;
    private final SessionStore sessions;
    private final AuditLog audit;
    private final Throttle throttle;
    private final IssueTokens tokens;
    private final Clock clock;

    /** @param throttle how many logins of one client may fail */
    public LogIn(
            UserStore users,
            PasswordHasher hasher,
            SessionStore sessions,
            AuditLog audit,
            Throttle throttle,
            IssueTokens tokens,
            Clock clock) {
        this.users = users;
        this.hasher = hasher;
        this.sessions = sessions;
        this.audit = audit;
        this.throttle = throttle;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What can come of it: whoever asks has an answer for each. */
    public interface Answers<T> {
        T loggedIn(Tokens tokens);

        /** Nobody has this address, or the password is another: which, is not told. */
        T wrong();

        /** The password is right, and the account is shut. */
        T disabled();

        T tooMany(Duration retryAfter);
    }

    /**
     * Calls back with what came of it.
     *
     * @throws PasswordHasher.Busy when too many passwords are being hashed
     */
    public <T> T logIn(EmailAddress email, String password, Client client, Answers<T> answers) {
        return throttle.take("login:" + client.network())
                .fold(
                        place -> check(email, password, client, place, answers),
                        refused -> answers.tooMany(refused.retryAfter()));
    }

    private <T> T check(EmailAddress email, String password, Client client, Taken place, Answers<T> answers) {
        boolean guessed = false;
        try {
            Optional<User> user = users.find(email);
            guessed = !isRight(user, password);
            return guessed ? refuse(user, client, answers::wrong) : enter(user.orElseThrow(), client, answers);
        } finally {
            // Only a wrong password counts: not a right one, and not what is our own fault.
            if (!guessed) {
                throttle.giveBack(place);
            }
        }
    }

    private <T> T refuse(Optional<User> user, Client client, Supplier<T> answer) {
        audit.append(AuditEntry.refused(clock.instant(), user.map(User::id), "session.open", client));
        return answer.get();
    }

    private boolean isRight(Optional<User> user, String password) {
        // Somebody without an account is kept waiting as long as somebody with a wrong password.
        return PasswordPolicy.DEFAULT.mayBeHashed(password)
                && user.map(known -> hasher.matches(password, known.passwordHash()))
                        .orElseGet(() -> hasher.matchesNothing(password));
    }

    private <T> T enter(User user, Client client, Answers<T> answers) {
        Session session = tokens.begin(user.id(), client);
        boolean opened = !user.standing().disabled()
                && sessions.open(session, AuditEntry.done(session.createdAt(), user.id(), "session.open", client));
        if (!opened) {
            return refuse(Optional.of(user), client, answers::disabled);
        }
        if (isChanged(user)) {
            Instant now = clock.instant();
            sessions.end(
                    user.id(),
                    session.id(),
                    AuditEntry.refused(now, Optional.of(user.id()), "session.open", client));
            return answers.wrong();
        }
        return answers.loggedIn(tokens.of(session));
    }

    /**
     * Whether the password that was right is another by now. A change ends the sessions that are open; one that is opened
     * at that very moment, for whoever knows the old password, has to look for itself.
     */
    private boolean isChanged(User user) {
        return users.find(user.id())
                .filter(now -> now.passwordHash().equals(user.passwordHash()))
                .isEmpty();
    }
}
