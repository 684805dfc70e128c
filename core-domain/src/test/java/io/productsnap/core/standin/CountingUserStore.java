package io.productsnap.core.standin;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.Profile;
import io.productsnap.core.user.User;
import io.productsnap.core.user.UserStore;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often it is asked. */
public final class CountingUserStore implements UserStore {

    private final UserStore users;
    private final AtomicInteger asked = new AtomicInteger();

    public CountingUserStore(UserStore users) {
        this.users = users;
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public Optional<User> find(UserId id) {
        asked.incrementAndGet();
        return users.find(id);
    }

    @Override
    public Optional<User> find(EmailAddress email) {
        asked.incrementAndGet();
        return users.find(email);
    }

    @Override
    public boolean update(UserId id, Profile profile) {
        asked.incrementAndGet();
        return users.update(id, profile);
    }

    @Override
    public boolean rehash(UserId id, String from, String to) {
        asked.incrementAndGet();
        return users.rehash(id, from, to);
    }
}
