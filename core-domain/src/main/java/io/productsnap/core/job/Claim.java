package io.productsnap.core.job;

import io.productsnap.core.policy.Attempts;
import java.time.Instant;
import java.util.Optional;

/**
 * A job in a worker's hands.
 *
 * @param tier of the owner's terms at the moment of the claim; empty when the owner has no allowance
 */
public record Claim(Fence fence, Owner owner, JobSpec spec, Attempts attempts, Optional<String> tier, Instant at) {

    public JobId job() {
        return fence.job();
    }
}
