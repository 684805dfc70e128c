package io.productsnap.core.inmemory;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.Profile;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.util.Optional;

/** A {@link UserStore} in memory. Thread-safe. */
public final class InMemoryUserStore implements UserStore {

    private final InMemoryData data;

    public InMemoryUserStore(InMemoryData data) {
        this.data = data;
    }

    @Override
    public Optional<User> find(UserId id) {
        return data.transaction(() -> Optional.ofNullable(data.users.get(id)));
    }

    @Override
    public Optional<User> find(EmailAddress email) {
        return data.transaction(() -> data.users.values().stream()
                .filter(user -> user.email().equals(email))
                .findFirst());
    }

    @Override
    public boolean update(UserId id, Profile profile) {
        return data.transaction(() -> data.users.computeIfPresent(
                        id,
                        (key, user) -> new User(
                                id, user.email(), user.passwordHash(), profile, user.standing(), user.createdAt()))
                != null);
    }

    @Override
    public boolean rehash(UserId id, String from, String to) {
        return data.transaction(() -> {
            Optional<User> stillSo = Optional.ofNullable(data.users.get(id))
                    .filter(user -> user.passwordHash().equals(from));
            stillSo.ifPresent(user -> data.users.put(
                    id, new User(id, user.email(), to, user.profile(), user.standing(), user.createdAt())));
            return stillSo.isPresent();
        });
    }
}
