package io.productsnap.core.user;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import java.util.Optional;

/** Finds users, and keeps what they say of themselves. Thread-safe. */
public interface UserStore {

    Optional<User> find(UserId id);

    Optional<User> find(EmailAddress email);

    /** @throws IllegalArgumentException when there is no such user */
    default User get(UserId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no user " + id));
    }

    /** @return whether there is such a user */
    boolean update(UserId id, Profile profile);

    /**
     * Replaces a hash by another one of the same password.
     *
     * @return whether it was still {@code from}: a password that was changed meanwhile stays
     */
    boolean rehash(UserId id, String from, String to);
}
