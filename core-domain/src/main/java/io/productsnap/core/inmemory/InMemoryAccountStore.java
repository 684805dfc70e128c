package io.productsnap.core.inmemory;

import io.productsnap.core.account.AccountStore;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.Standing;
import io.productsnap.core.user.User;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An {@link AccountStore} in memory. Thread-safe. */
public final class InMemoryAccountStore implements AccountStore {

    private final InMemoryData data;

    public InMemoryAccountStore(InMemoryData data) {
        this.data = data;
    }

    @Override
    public boolean register(NewAccount account) {
        User user = account.user();
        return data.transaction(() -> {
            if (data.users.values().stream().anyMatch(other -> other.email().equals(user.email()))) {
                return false;
            }
            data.users.put(user.id(), user);
            data.jobs.allowances.put(User.owner(user.id()), account.allowance());
            replaceLink(account.link());
            data.write(account.mail(), user.createdAt());
            data.sessions.put(account.session().id(), account.session());
            data.audit.add(account.entry());
            return true;
        });
    }

    @Override
    public void sendLink(OneTimeLink link, Mail mail, AuditEntry entry) {
        data.transaction(() -> {
            replaceLink(link);
            data.write(mail, Instant.MIN);
            data.audit.add(entry);
            return null;
        });
    }

    private void replaceLink(OneTimeLink link) {
        data.links.values().removeIf(old -> old.user().equals(link.user()) && old.purpose() == link.purpose());
        data.links.put(link.tokenHash(), link);
    }

    @Override
    public boolean verifyEmail(String tokenHash, Client from, Instant now) {
        return data.transaction(() -> {
            Optional<OneTimeLink> link = data.spend(tokenHash, OneTimeLink.Purpose.VERIFY_EMAIL, now);
            link.ifPresent(good -> {
                change(good.user(), old -> new Standing(true, old.admin(), old.disabled()));
                data.audit.add(AuditEntry.done(now, good.user(), "email.verify", from));
            });
            return link.isPresent();
        });
    }

    @Override
    public int forgetExpiredLinks(Instant now) {
        return data.forget(data.links.values(), link -> !now.isBefore(link.expiresAt()));
    }

    @Override
    public boolean makeAdmin(UserId user, AuditEntry entry) {
        return data.transaction(() ->
                recorded(change(user, old -> new Standing(old.emailVerified(), true, old.disabled())), entry));
    }

    @Override
    public boolean disable(UserId user, AuditEntry entry) {
        return data.transaction(() -> {
            data.endSessions(session -> session.user().equals(user), entry.at());
            return recorded(change(user, old -> new Standing(old.emailVerified(), old.admin(), true)), entry);
        });
    }

    @Override
    public boolean enable(UserId user, AuditEntry entry) {
        return data.transaction(() -> recorded(
                !data.closed.containsKey(user)
                        && change(user, old -> new Standing(old.emailVerified(), old.admin(), false)),
                entry));
    }

    private boolean change(UserId id, UnaryOperator<Standing> change) {
        return data.users.computeIfPresent(
                        id,
                        (key, user) -> new User(
                                id,
                                user.email(),
                                user.passwordHash(),
                                user.profile(),
                                change.apply(user.standing()),
                                user.createdAt()))
                != null;
    }

    private boolean recorded(boolean changed, AuditEntry entry) {
        if (changed) {
            data.audit.add(entry);
        }
        return changed;
    }
}
