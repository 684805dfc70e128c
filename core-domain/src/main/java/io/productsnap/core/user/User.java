package io.productsnap.core.user;

import io.productsnap.core.job.Owner;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody with an account.
 *
 * @param passwordHash in the hasher's own form; it is never shown
 */
public record User(
        UserId id, EmailAddress email, String passwordHash, Profile profile, Standing standing, Instant createdAt) {

    /** Whose jobs the user's jobs are. */
    public static Owner owner(UserId id) {
        return new Owner(id.toString());
    }

    /** Who that owner is; empty when the jobs are not a user's. */
    public static Optional<UserId> idOf(Owner owner) {
        return UserId.parse(owner.value());
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
