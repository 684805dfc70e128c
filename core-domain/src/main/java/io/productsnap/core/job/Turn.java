package io.productsnap.core.job;

import java.util.List;
import java.util.Set;

/**
 * The answer to one turn of a worker.
 *
 * @param accepted the fences whose settlement is written; whoever is missing had lost its job to somebody else
 * @param claims jobs to run now
 * @param again whether there may be more to claim: more than is looked at in one turn, or what somebody else was just looking
 *     at. Nobody will tell the worker, so it should ask again: at once where it was given something, else in a moment
 */
public record Turn(Set<Fence> accepted, List<Claim> claims, boolean again) {

    public Turn {
        accepted = Set.copyOf(accepted);
        claims = List.copyOf(claims);
    }
}
