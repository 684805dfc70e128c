package io.productsnap.core.account;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditLog;
import io.productsnap.core.limit.RateLimiter.Refused;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.limit.Throttle.Attempt;
import io.productsnap.core.person.Client;
import io.productsnap.core.user.CheckPassword;
import io.productsnap.core.user.PasswordHasher;
import io.productsnap.core.user.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks people who are logged in for their password once more, before something that cannot be taken back: a stolen token
 * is not enough for that. It is not to serve for guessing either, so wrong ones are counted, by person, as exactly as at
 * login: a place is taken before the hash is made and given back when the password was right.
 */
public final class ConfirmPassword {

    private final CheckPassword passwords;
    private final AuditLog audit;
    private final Throttle throttle;
    private final Clock clock;

    /** @param throttle how many wrong passwords of one person are heard */
    public ConfirmPassword(CheckPassword passwords, AuditLog audit, Throttle throttle, Clock clock) {
        this.passwords = passwords;
        this.audit = audit;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * Somebody who says that he is the user.
     *
     * @param action what he wants to do, as the audit log calls it
     */
    public record Proof(User user, String password, Client from, String action) {

        @Override
        public String toString() {
            return "Proof[" + user + ", " + action + "]";
        }
    }

    /** What is answered when the act is not done. */
    public interface Refusals<T> {

        /** It is another, or the account has none. */
        T wrongPassword();

        T tooMany(Duration retryAfter);
    }

    /**
     * Does the act if the password is right.
     *
     * @throws PasswordHasher.Busy when too many passwords are being hashed
     */
    <T> T before(Supplier<T> act, Proof proof, Refusals<T> refusals) {
        return throttle.attempt(
                        "password:" + proof.user().id(),
                        () -> check(act, proof, refusals),
                        full -> tooMany(full, refusals))
                .answer()
                .get();
    }

    private static <T> Supplier<T> tooMany(Refused full, Refusals<T> refusals) {
        return () -> refusals.tooMany(full.retryAfter());
    }

    /** Once it is known whether the attempt counts, its place is settled: what then fails changes nothing. */
    private <T> Attempt<Supplier<T>> check(Supplier<T> act, Proof proof, Refusals<T> refusals) {
        return passwords.isRight(Optional.of(proof.user()), proof.password())
                ? Attempt.free(act)
                : Attempt.counted(() -> refuse(proof, refusals));
    }

    private <T> T refuse(Proof proof, Refusals<T> refusals) {
        User user = proof.user();
        audit.append(AuditEntry.refused(clock.instant(), Optional.of(user.id()), proof.action(), proof.from()));
        return refusals.wrongPassword();
    }
}
