package io.productsnap.core.inmemory;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import io.productsnap.core.session.SessionStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A {@link SessionStore} in memory. Thread-safe. */
public final class InMemorySessionStore implements SessionStore {

    private final InMemoryData data;

    public InMemorySessionStore(InMemoryData data) {
        this.data = data;
    }

    @Override
    public boolean open(Session session, AuditEntry entry, List<Mail> mails) {
        return data.transaction(() -> {
            boolean mayEnter = Optional.ofNullable(data.users.get(session.user()))
                    .filter(user -> !user.standing().disabled())
                    .isPresent();
            if (mayEnter) {
                data.audit.add(entry);
                data.sessions.put(session.id(), session);
                mails.forEach(mail -> data.write(mail, session.createdAt()));
            }
            return mayEnter;
        });
    }

    @Override
    public Rotation rotate(SessionId id, int generation, RotationPolicy policy, Client from, Instant now) {
        return data.transaction(() -> Optional.ofNullable(data.sessions.get(id))
                .map(session -> rotate(session, generation, policy, from, now))
                .orElseGet(Rotation.Gone::new));
    }

    private Rotation rotate(Session session, int generation, RotationPolicy policy, Client from, Instant now) {
        return switch (policy.decide(session, generation, now)) {
            case RENEW -> {
                Session renewed = new Session(
                        session.id(),
                        session.user(),
                        session.client(),
                        session.generation() + 1,
                        session.createdAt(),
                        now,
                        session.expiresAt());
                data.sessions.put(session.id(), renewed);
                yield new Rotation.Renewed(renewed);
            }
            case REPEAT -> new Rotation.Renewed(session);
            case REVOKE -> {
                data.endSessions(session::equals, now);
                data.audit.add(AuditEntry.refused(now, Optional.of(session.user()), "session.refresh", from));
                yield new Rotation.Stolen();
            }
            case REFUSE -> new Rotation.Gone();
        };
    }

    @Override
    public boolean end(UserId user, SessionId id, AuditEntry entry) {
        return data.transaction(() -> !end(
                        session -> session.id().equals(id) && session.user().equals(user), entry)
                .isEmpty());
    }

    @Override
    public List<Session> endAll(UserId user, AuditEntry entry) {
        return data.transaction(() -> end(session -> session.user().equals(user), entry));
    }

    private List<Session> end(Predicate<Session> which, AuditEntry entry) {
        List<Session> gone = data.endSessions(which, entry.at());
        if (!gone.isEmpty()) {
            data.audit.add(entry);
        }
        return gone;
    }

    @Override
    public Map<SessionId, Instant> endedSince(Instant moment) {
        return data.transaction(() -> {
            Map<SessionId, Instant> since = new HashMap<>(data.endedSessions);
            since.values().removeIf(at -> at.isBefore(moment));
            return Map.copyOf(since);
        });
    }

    @Override
    public int forgetEnded(Instant until) {
        return data.forget(data.endedSessions.values(), at -> !at.isAfter(until));
    }

    @Override
    public int forgetExpired(Instant now) {
        return data.forget(data.sessions.values(), session -> !now.isBefore(session.expiresAt()));
    }

    @Override
    public Optional<Session> findLive(SessionId id, Instant now) {
        return data.transaction(
                () -> Optional.ofNullable(data.sessions.get(id)).filter(session -> now.isBefore(session.expiresAt())));
    }

    @Override
    public List<Session> ofUser(UserId user, Instant now) {
        return data.transaction(() -> data.sessions.values().stream()
                .filter(session -> session.user().equals(user) && now.isBefore(session.expiresAt()))
                .toList());
    }
}
