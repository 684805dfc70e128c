package io.productsnap.core.account;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditLog;
import io.productsnap.core.limit.RateLimiter.Taken;
import io.productsnap.core.limit.Throttle;
import io.productsnap.core.person.Client;
import io.productsnap.core.policy.PasswordPolicy;
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

    private final PasswordHasher hasher;
    private final AuditLog audit;
    private final Throttle throttle;
    private final Clock clock;

    /** @param throttle how many wrong passwords of one person are heard */
    public ConfirmPassword(PasswordHasher hasher, AuditLog audit, Throttle throttle, Clock clock) {
        this.hasher = hasher;
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
        return throttle.take("password:" + proof.user().id())
                .fold(place -> check(act, proof, place, refusals), full -> refusals.tooMany(full.retryAfter()));
    }

    private <T> T check(Supplier<T> act, Proof proof, Taken place, Refusals<T> refusals) {
        boolean guessed = false;
        try {
            guessed = !isRight(proof);
            return guessed ? refuse(proof, refusals) : act.get();
        } finally {
            // Only a wrong password counts: not a right one, and not what is our own fault.
            if (!guessed) {
                throttle.giveBack(place);
            }
        }
    }

    private boolean isRight(Proof proof) {
        return PasswordPolicy.DEFAULT.mayBeHashed(proof.password())
                && hasher.matches(proof.password(), proof.user().passwordHash());
    }

    private <T> T refuse(Proof proof, Refusals<T> refusals) {
        User user = proof.user();
        audit.append(AuditEntry.refused(clock.instant(), Optional.of(user.id()), proof.action(), proof.from()));
        return refusals.wrongPassword();
    }
}
