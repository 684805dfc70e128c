package io.productsnap.persistence.postgres;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.policy.Require;
import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import io.productsnap.core.session.SessionStore;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** The logins in Postgres. One that has ended is deleted. Thread-safe. */
public final class PostgresSessionStore implements SessionStore {

    private static final String IS_USER = """
        select exists (select from productsnap.app_user where id = :user)
        """;

    private final Transactions transactions;

    public PostgresSessionStore(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    /** Of a user who was shut out meanwhile nothing is opened: it ends before it begins. */
    @Override
    public void open(Session session, AuditEntry entry) {
        transactions.run(handle -> {
            boolean opened = SessionRows.insert(handle, session);
            Require.that(opened || isUser(handle, session), "no user " + session.user());
            AuditRows.append(handle, entry);
            return opened;
        });
    }

    private static boolean isUser(Handle handle, Session session) {
        return handle.createQuery(IS_USER)
                .bind("user", session.user().value())
                .mapTo(Boolean.class)
                .one();
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
    public Optional<Session> findLive(SessionId id, Instant now) {
        return transactions
                .statement(handle -> SessionRows.find(handle, id))
                .filter(session -> now.isBefore(session.expiresAt()));
    }
}
