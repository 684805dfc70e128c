package io.productsnap.core.inmemory;

import io.productsnap.core.account.ClosedAccounts;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.Profile;
import io.productsnap.core.user.Standing;
import io.productsnap.core.user.User;
import java.util.List;
import java.util.Optional;

/** {@link ClosedAccounts} in memory. Thread-safe. */
public final class InMemoryClosedAccounts implements ClosedAccounts {

    private final InMemoryData data;

    public InMemoryClosedAccounts(InMemoryData data) {
        this.data = data;
    }

    @Override
    public boolean close(UserId user, AuditEntry entry) {
        return data.transaction(() -> {
            Optional<User> open = Optional.ofNullable(data.users.get(user)).filter(u -> !data.closed.containsKey(user));
            open.ifPresent(old -> {
                data.users.put(user, emptied(old));
                data.closed.put(user, entry.at());
                data.endSessions(session -> session.user().equals(user), entry.at());
                data.links.values().removeIf(link -> link.user().equals(user));
                data.audit.add(entry);
            });
            return open.isPresent();
        });
    }

    private static User emptied(User old) {
        return new User(
                old.id(),
                EmailAddress.ofNobody(old.id()),
                "",
                new Profile(Optional.empty(), false),
                new Standing(false, false, true),
                old.createdAt());
    }

    @Override
    public List<ClosedAccount> closed() {
        return data.transaction(() -> data.closed.entrySet().stream()
                .map(closed -> new ClosedAccount(closed.getKey(), closed.getValue()))
                .toList());
    }

    @Override
    public boolean forget(UserId user) {
        return data.transaction(() -> {
            boolean closed = data.closed.remove(user) != null;
            if (closed) {
                data.users.remove(user);
                data.jobs.forget(User.owner(user));
            }
            return closed;
        });
    }
}
