package io.productsnap.core.audit;

import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * Who did what, when, from where, and how it ended. No secret, and nobody's text that could forge a second line.
 *
 * @param who the person it concerns; empty when nobody is known (a login with an unknown address)
 * @param action a word of ours, as {@code session.opened}
 */
public record AuditEntry(Instant at, Optional<UserId> who, String action, Outcome outcome, Client from) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    public AuditEntry {
        Require.text(action, 60, "action");
    }

    public static AuditEntry done(Instant at, UserId who, String action, Client from) {
        return new AuditEntry(at, Optional.of(who), action, Outcome.DONE, from);
    }

    public static AuditEntry refused(Instant at, Optional<UserId> who, String action, Client from) {
        return new AuditEntry(at, who, action, Outcome.REFUSED, from);
    }
}
