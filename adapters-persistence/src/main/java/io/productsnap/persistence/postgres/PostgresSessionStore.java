package io.productsnap.persistence.postgres;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import io.productsnap.core.session.SessionStore;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** The logins in Postgres. One that has ended is deleted. Thread-safe. */
public final class PostgresSessionStore implements SessionStore {

    private final Transactions transactions;

    public PostgresSessionStore(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public boolean open(Session session, AuditEntry entry) {
        return transactions.run(handle -> {
            boolean opened = SessionRows.insert(handle, session);
            if (opened) {
                AuditRows.append(handle, entry);
            }
            return opened;
        });
    }

    @Override
    public Rotation rotate(SessionId id, int generation, RotationPolicy policy, Instant now) {
        return transactions.run(handle -> SessionRows.lock(handle, id)
                .map(session -> switch (policy.decide(session, generation, now)) {
                    case RENEW -> new Rotation.Renewed(SessionRows.renew(handle, id, now));
                    case REPEAT -> new Rotation.Renewed(session);
                    case REVOKE -> {
                        SessionRows.end(handle, id);
                        yield new Rotation.Stolen();
                    }
                    case REFUSE -> new Rotation.Gone();
                })
                .orElseGet(Rotation.Gone::new));
    }

    @Override
    public boolean end(SessionId id, AuditEntry entry) {
        return transactions.run(handle -> {
            boolean ended = SessionRows.end(handle, id);
            if (ended) {
                AuditRows.append(handle, entry);
            }
            return ended;
        });
    }

    @Override
    public int forgetExpired(Instant now) {
        return SessionRows.forget(transactions, now);
    }

    @Override
    public Optional<Session> findLive(SessionId id, Instant now) {
        return transactions
                .statement(handle -> SessionRows.find(handle, id))
                .filter(session -> now.isBefore(session.expiresAt()));
    }
}
