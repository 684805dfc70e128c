package io.productsnap.core.inmemory;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import io.productsnap.core.session.SessionStore;
import java.time.Instant;
import java.util.Optional;

/** A {@link SessionStore} in memory. Thread-safe. */
public final class InMemorySessionStore implements SessionStore {

    private final InMemoryData data;

    public InMemorySessionStore(InMemoryData data) {
        this.data = data;
    }

    @Override
    public boolean open(Session session, AuditEntry entry) {
        return data.transaction(() -> {
            boolean mayEnter = Optional.ofNullable(data.users.get(session.user()))
                    .filter(user -> !user.standing().disabled())
                    .isPresent();
            if (mayEnter) {
                data.audit.add(entry);
                data.sessions.put(session.id(), session);
            }
            return mayEnter;
        });
    }

    @Override
    public Rotation rotate(SessionId id, int generation, RotationPolicy policy, Instant now) {
        return data.transaction(() -> Optional.ofNullable(data.sessions.get(id))
                .map(session -> rotate(session, generation, policy, now))
                .orElseGet(Rotation.Gone::new));
    }

    private Rotation rotate(Session session, int generation, RotationPolicy policy, Instant now) {
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
                data.sessions.remove(session.id());
                yield new Rotation.Stolen();
            }
            case REFUSE -> new Rotation.Gone();
        };
    }

    @Override
    public boolean end(SessionId id, AuditEntry entry) {
        return data.transaction(() -> {
            boolean ended = data.sessions.remove(id) != null;
            if (ended) {
                data.audit.add(entry);
            }
            return ended;
        });
    }

    @Override
    public int forgetExpired(Instant now) {
        return data.transaction(() -> {
            int before = data.sessions.size();
            data.sessions.values().removeIf(session -> !now.isBefore(session.expiresAt()));
            return before - data.sessions.size();
        });
    }

    @Override
    public Optional<Session> findLive(SessionId id, Instant now) {
        return data.transaction(
                () -> Optional.ofNullable(data.sessions.get(id)).filter(session -> now.isBefore(session.expiresAt())));
    }
}
