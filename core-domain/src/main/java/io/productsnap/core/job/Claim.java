package io.productsnap.core.job;

import io.productsnap.core.policy.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A job in a worker's hands.
 *
 * @param tier of the owner's terms at the moment of the claim; empty when the owner has no allowance
 * @param due from when on it could have been claimed: the submission, the end of a backoff, the return to the queue
 * @param at when it was claimed
 */
public record Claim(
        Fence fence, Owner owner, JobSpec spec, Attempts attempts, Optional<String> tier, Instant due, Instant at) {

    public JobId job() {
        return fence.job();
    }

    /** How long it waited for a worker, and for a place under its owner's cap; never negative. */
    public Duration waited() {
        return at.isAfter(due) ? Duration.between(due, at) : Duration.ZERO;
    }
}
