package io.productsnap.core.session;

import io.productsnap.core.audit.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/** Keeps the logins. A method is one transaction. Thread-safe. */
public interface SessionStore {

    /** @return whether it was opened: not when there is no such user, or one who is shut out */
    boolean open(Session session, AuditEntry entry);

    /**
     * Renews a refresh token, exactly once for each generation however many ask at once.
     *
     * @param generation of the presented token
     */
    Rotation rotate(SessionId id, int generation, RotationPolicy policy, Instant now);

    /** Ends a session; its tokens are dead when this returns. */
    boolean end(SessionId id, AuditEntry entry);

    /**
     * Forgets the sessions whose absolute life is over, few at a time, so that no lock is held for long. Many may do so at
     * once.
     *
     * @return how many were forgotten
     */
    int forgetExpired(Instant now);

    /** @return the session, unless it was ended or its absolute life is over */
    Optional<Session> findLive(SessionId id, Instant now);
}
