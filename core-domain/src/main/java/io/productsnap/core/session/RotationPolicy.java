package io.productsnap.core.session;

import io.productsnap.core.policy.Require;
import java.time.Duration;
import java.time.Instant;

/**
 * When a session ends by itself, and which of its refresh tokens is good (RFC 9700, section 4.14.2).
 *
 * @param idle it ends when it was not used for this long; default 30 days
 * @param absolute it ends this long after the login, however busy; default 90 days
 * @param grace the token before the newest is answered with the newest for this long, since the answer that carried the
 *     newest may have been lost on its way; default 10 s
 */
public record RotationPolicy(Duration idle, Duration absolute, Duration grace) {

    public static final RotationPolicy DEFAULT =
            new RotationPolicy(Duration.ofDays(30), Duration.ofDays(90), Duration.ofSeconds(10));

    public RotationPolicy {
        Require.positive(idle, "idle");
        Require.positive(absolute, "absolute");
        Require.positive(grace, "grace");
    }

    /** What a store is to do about a token of a session. */
    public enum Decision {
        /** Raise the generation by one. */
        RENEW,
        /** Answer with the present generation again. */
        REPEAT,
        /** End the session: the token was replaced long ago. */
        REVOKE,
        /** Nothing: the session is over. */
        REFUSE
    }

    /** @param generation of the presented token, whose MAC was good */
    public Decision decide(Session session, int generation, Instant now) {
        if (isOver(session, now) || generation > session.generation()) {
            return Decision.REFUSE;
        }
        if (generation == session.generation()) {
            return Decision.RENEW;
        }
        boolean answerMayBeLost = generation == session.generation() - 1
                && now.isBefore(session.lastUsedAt().plus(grace));
        return answerMayBeLost ? Decision.REPEAT : Decision.REVOKE;
    }

    /** Whether it was idle for too long, or has come to its absolute end. */
    public boolean isOver(Session session, Instant now) {
        return !now.isBefore(endOf(session));
    }

    /** When it ends unless it is used before. */
    public Instant endOf(Session session) {
        Instant idleEnd = session.lastUsedAt().plus(idle);
        return idleEnd.isBefore(session.expiresAt()) ? idleEnd : session.expiresAt();
    }
}
