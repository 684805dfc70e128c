package io.productsnap.core.session;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the logins. A method is one transaction. Thread-safe. */
public interface SessionStore {

    /**
     * Opens a session, and writes the mails that tell of it.
     *
     * @return whether it was opened: not when there is no such user, or one who is shut out; then nothing was written
     */
    boolean open(Session session, AuditEntry entry, List<Mail> mails);

    /** Opens a session that no mail tells of. */
    default boolean open(Session session, AuditEntry entry) {
        return open(session, entry, List.of());
    }

    /**
     * Renews a refresh token, exactly once for each generation however many ask at once. A token that proves theft ends the
     * session, and that goes on record.
     *
     * @param generation of the presented token
     * @param from who presents it
     */
    Rotation rotate(SessionId id, int generation, RotationPolicy policy, Client from, Instant now);

    /**
     * Ends a session of the user's, at the moment of the entry. No refresh token of it is good when this returns, and whoever
     * listens to {@link io.productsnap.core.signal.Signals.Topic#SESSIONS} is signalled.
     *
     * @return whether there was one; without one there is no entry either
     */
    boolean end(UserId user, SessionId id, AuditEntry entry);

    /**
     * Ends all sessions of the user's as {@link #end} does, with one entry for all of them.
     *
     * @return as they were
     */
    List<Session> endAll(UserId user, AuditEntry entry);

    /**
     * The sessions that were ended before their time, by {@link #end}, by theft, or with their account: not those whose life
     * was over by itself, since no access token outlives its session.
     *
     * @param moment only those that were ended then or later
     * @return and when
     */
    Map<SessionId, Instant> endedSince(Instant moment);

    /**
     * Forgets that sessions were ended, few at a time; it concerns nobody once their access tokens are too old.
     *
     * @param until those that were ended later are kept
     * @return how many were forgotten
     */
    int forgetEnded(Instant until);

    /**
     * Forgets the sessions whose absolute life is over, few at a time, so that no lock is held for long. Many may do so at
     * once.
     *
     * @return how many were forgotten
     */
    int forgetExpired(Instant now);

    /** @return the session, unless it was ended or its absolute life is over */
    Optional<Session> findLive(SessionId id, Instant now);

    /** The user's sessions, less those that were ended or whose absolute life is over; in no order. */
    List<Session> ofUser(UserId user, Instant now);
}
