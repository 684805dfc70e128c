package io.productsnap.core.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * When a worker counts as dead, and when a run has taken too long.
 *
 * @param lease a worker that was not heard of for this long is dead, and its jobs are others'; default 20 s
 * @param deadline a run that takes longer is cut off; default 15 minutes
 */
public record StalePolicy(Duration lease, Duration deadline) {

    public static final StalePolicy DEFAULT = new StalePolicy(Duration.ofSeconds(20), Duration.ofMinutes(15));

    public StalePolicy {
        Require.positive(lease, "lease");
        Require.positive(deadline, "deadline");
    }

    /** Four beats fit into a lease, so that one lost beat kills nobody. */
    public Duration beatEvery() {
        return lease.dividedBy(4);
    }

    /** The last beat before this moment means that the worker is dead. */
    public Instant deadBefore(Instant now) {
        return now.minus(lease);
    }

    /**
     * Whether a worker must still trust its own claims: it stops a fifth of a lease before others may take them over.
     *
     * @param lastConfirmedBeat when the last confirmed beat was <em>sent</em>
     */
    public boolean mayRun(Instant lastConfirmedBeat, Instant now) {
        return now.isBefore(lastConfirmedBeat.plus(lease).minus(lease.dividedBy(5)));
    }

    public boolean isOverdue(Instant started, Instant now) {
        return !now.isBefore(started.plus(deadline));
    }
}
