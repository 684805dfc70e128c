package io.productsnap.persistence.postgres;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The logins in Postgres. One that has ended is deleted, and that it was is kept for a while. Thread-safe. */
public final class PostgresSessionStore implements SessionStore {

    private final Transactions transactions;

    public PostgresSessionStore(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public boolean open(Session session, AuditEntry entry, List<Mail> mails) {
        return transactions.run(handle -> {
            boolean opened = SessionRows.insert(handle, session);
            if (opened) {
                AuditRows.append(handle, entry);
                mails.forEach(mail -> MailRows.write(handle, mail));
            }
            return opened;
        });
    }

    @Override
    public Rotation rotate(SessionId id, int generation, RotationPolicy policy, Client from, Instant now) {
        return transactions.run(handle -> SessionRows.lock(handle, id)
                .map(session -> switch (policy.decide(session, generation, now)) {
                    case RENEW -> new Rotation.Renewed(SessionRows.renew(handle, id, now));
                    case REPEAT -> new Rotation.Renewed(session);
                    case REVOKE -> {
                        SessionRows.end(handle, session.user(), id, now);
                        AuditRows.append(
                                handle, AuditEntry.refused(now, Optional.of(session.user()), "session.refresh", from));
                        yield new Rotation.Stolen();
                    }
                    case REFUSE -> new Rotation.Gone();
                })
                .orElseGet(Rotation.Gone::new));
    }

    @Override
    public boolean end(UserId user, SessionId id, AuditEntry entry) {
        return transactions.run(handle -> {
            boolean ended = SessionRows.end(handle, user, id, entry.at());
            if (ended) {
                AuditRows.append(handle, entry);
            }
            return ended;
        });
    }

    @Override
    public List<Session> endAll(UserId user, AuditEntry entry) {
        return transactions.run(handle -> {
            List<Session> ended = SessionRows.endAll(handle, user, entry.at());
            if (!ended.isEmpty()) {
                AuditRows.append(handle, entry);
            }
            return ended;
        });
    }

    @Override
    public Map<SessionId, Instant> endedSince(Instant moment) {
        return transactions.statement(handle -> EndedSessionRows.since(handle, moment));
    }

    @Override
    public int forgetEnded(Instant until) {
        return EndedSessionRows.forget(transactions, until);
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

    @Override
    public List<Session> ofUser(UserId user, Instant now) {
        return transactions.statement(handle -> SessionRows.ofUser(handle, user, now));
    }
}
