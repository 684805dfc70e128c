package io.productsnap.core.inmemory;

import io.productsnap.core.account.CredentialStore;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Session;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import io.productsnap.core.user.Standing;
import io.productsnap.core.user.User;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** A {@link CredentialStore} in memory. Thread-safe. */
public final class InMemoryCredentialStore implements CredentialStore {

    private final InMemoryData data;

    public InMemoryCredentialStore(InMemoryData data) {
        this.data = data;
    }

    @Override
    public Optional<OneTimeLink> find(String tokenHash, Purpose purpose, Instant now) {
        return data.transaction(() -> data.link(tokenHash, purpose, now));
    }

    @Override
    public boolean reset(String tokenHash, String passwordHash, Mail mail, AuditEntry entry) {
        return data.transaction(() -> {
            Optional<User> user = data.spend(tokenHash, Purpose.RESET_PASSWORD, entry.at())
                    .flatMap(link -> Optional.ofNullable(data.users.get(link.user())));
            user.ifPresent(old -> {
                data.users.put(old.id(), with(old, old.email(), passwordHash, verified(old.standing())));
                changed(old.id(), session -> true, mail, entry);
            });
            return user.isPresent();
        });
    }

    @Override
    public boolean change(PasswordChange change) {
        return data.transaction(() -> {
            Optional<User> user = Optional.ofNullable(data.users.get(change.user()))
                    .filter(old -> old.passwordHash().equals(change.before()));
            user.ifPresent(old -> {
                data.users.put(old.id(), with(old, old.email(), change.after(), old.standing()));
                changed(old.id(), session -> !session.id().equals(change.present()), change.mail(), change.entry());
            });
            return user.isPresent();
        });
    }

    @Override
    public EmailChange changeEmail(String tokenHash, Mail mail, AuditEntry entry) {
        return data.transaction(() -> data.link(tokenHash, Purpose.CHANGE_EMAIL, entry.at())
                .flatMap(link -> link.address().map(address -> changeEmail(link.user(), address, mail, entry)))
                .orElse(EmailChange.VOID));
    }

    private EmailChange changeEmail(UserId id, EmailAddress address, Mail mail, AuditEntry entry) {
        boolean taken = data.users.values().stream()
                .anyMatch(other -> other.email().equals(address) && !other.id().equals(id));
        if (taken) {
            return EmailChange.TAKEN;
        }
        data.users.computeIfPresent(id, (key, old) -> with(old, address, old.passwordHash(), verified(old.standing())));
        changed(id, session -> false, mail, entry);
        return EmailChange.CHANGED;
    }

    /** What goes with every change: links that change either are void, sessions end, the owner is told. */
    private void changed(UserId id, Predicate<Session> ends, Mail mail, AuditEntry entry) {
        data.links.values().removeIf(link -> link.user().equals(id) && link.purpose() != Purpose.VERIFY_EMAIL);
        data.endSessions(session -> session.user().equals(id) && ends.test(session), entry.at());
        data.write(mail, Instant.MIN);
        data.audit.add(entry);
    }

    private static Standing verified(Standing old) {
        return new Standing(true, old.admin(), old.disabled());
    }

    private static User with(User old, EmailAddress email, String passwordHash, Standing standing) {
        return new User(old.id(), email, passwordHash, old.profile(), standing, old.createdAt());
    }
}
