package io.productsnap.core.session;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditLog;
import io.productsnap.core.limit.RateLimiter.Refused;
import io.productsnap.core.limit.Throttle.Attempt;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.session.OpenSession.Opened;
import io.productsnap.core.user.CheckPassword;
import io.productsnap.core.user.PasswordHasher;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens a session for whoever knows the password. Places in the limiters' windows are taken before the hash is made and
 * given back when the password was right, so that failures count exactly, however many come at once.
 */
public final class LogIn {

    private final UserStore users;
    private final CheckPassword passwords;
    private final LoginLimits limits;
    private final DeviceTokens devices;
    private final OpenSession door;
    private final AuditLog audit;
    private final Clock clock;

    public LogIn(
            UserStore users,
            CheckPassword passwords,
            LoginLimits limits,
            DeviceTokens devices,
            OpenSession door,
            AuditLog audit,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.limits = limits;
        this.devices = devices;
        this.door = door;
        this.audit = audit;
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
    public <T> T logIn(EmailAddress email, String password, Visit visit, Answers<T> answers) {
        return limits.ofClient(
                        visit.client(),
                        () -> toAccount(email, password, visit, answers),
                        full -> tooMany(full, answers))
                .answer()
                .get();
    }

    private <T> Attempt<Supplier<T>> toAccount(EmailAddress email, String password, Visit visit, Answers<T> answers) {
        Optional<User> user = users.find(email);
        boolean known = user.isPresent() && isKnown(user.get(), visit);
        Supplier<Attempt<Supplier<T>>> login = () -> check(user, password, visit.client(), known, answers);
        return known ? login.get() : limits.ofAccount(email, login, full -> tooMany(full, answers));
    }

    private static <T> Supplier<T> tooMany(Refused full, Answers<T> answers) {
        return () -> answers.tooMany(full.retryAfter());
    }

    private boolean isKnown(User user, Visit visit) {
        return visit.deviceToken()
                .filter(token -> devices.know(user.id(), token))
                .isPresent();
    }

    /** Once it is known whether the attempt counts, its place is settled: what then fails, as the record may, changes nothing. */
    private <T> Attempt<Supplier<T>> check(
            Optional<User> user, String password, Client client, boolean deviceIsKnown, Answers<T> answers) {
        return passwords.isRight(user, password)
                ? Attempt.free(() -> enter(user.orElseThrow(), password, client, deviceIsKnown, answers))
                : Attempt.counted(() -> refuse(user, client, answers::wrong));
    }

    private <T> T enter(User user, String password, Client client, boolean deviceIsKnown, Answers<T> answers) {
        Optional<Opened> opened = door.open(user, client, deviceIsKnown);
        if (opened.isEmpty()) {
            return refuse(Optional.of(user), client, answers::disabled);
        }
        // A change ends the sessions that are open; one that is opened at that very moment has to look for itself.
        if (passwords.isChanged(user, password)) {
            door.undo(opened.get());
            return answers.wrong();
        }
        passwords.strengthen(user, password);
        return answers.loggedIn(opened.get().tokens());
    }

    private <T> T refuse(Optional<User> user, Client client, Supplier<T> answer) {
        audit.append(AuditEntry.refused(clock.instant(), user.map(User::id), "session.open", client));
        return answer.get();
    }
}
