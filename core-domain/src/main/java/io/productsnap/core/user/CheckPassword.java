package io.productsnap.core.user;

import io.productsnap.core.policy.PasswordPolicy;
import io.productsnap.core.policy.Unavailable;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Tells whether a password is somebody's, and brings old hashes up to date. Thread-safe. */
public final class CheckPassword {

    private static final System.Logger LOG = System.getLogger(CheckPassword.class.getName());

    private final UserStore users;
    private final PasswordHasher hasher;

    public CheckPassword(UserStore users, PasswordHasher hasher) {
        this.users = users;
        this.hasher = hasher;
    }

    /**
     * @param user empty for an address that nobody has; to find that out takes as long as finding out a wrong password
     * @throws PasswordHasher.Busy when too many passwords are being hashed
     */
    public boolean isRight(Optional<User> user, String password) {
        return PasswordPolicy.DEFAULT.mayBeHashed(password)
                && user.map(known -> hasher.matches(password, known.passwordHash()))
                        .orElseGet(() -> hasher.matchesNothing(password));
    }

    /**
     * Whether a password that was right a moment ago is another by now. A hash that was only made anew is still of the same
     * one.
     */
    public boolean isChanged(User user, String password) {
        return users.find(user.id())
                .filter(now -> now.passwordHash().equals(user.passwordHash()) || isRight(Optional.of(now), password))
                .isEmpty();
    }

    /**
     * Hashes a password that was right anew if its hash is weaker than those of today. Whoever is in stays in whether or
     * not this works out: the next login tries again.
     */
    public void strengthen(User user, String password) {
        if (!hasher.isWeak(user.passwordHash())) {
            return;
        }
        try {
            // Not over a password that was changed meanwhile.
            users.rehash(user.id(), user.passwordHash(), hasher.hash(password));
        } catch (PasswordHasher.Busy | Unavailable notNow) {
            LOG.log(Level.WARNING, () -> "the weak hash of user " + user.id() + " stays until the next login", notNow);
        }
    }
}
