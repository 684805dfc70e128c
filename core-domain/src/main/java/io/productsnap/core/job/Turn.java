package io.productsnap.core.job;

import java.util.List;
import java.util.Set;

/**
 * The answer to one turn of a worker.
 *
 * @param accepted the fences whose settlement is written; whoever is missing had lost its job to somebody else
 * @param claims jobs to run now
 * @param again whether somebody else was just looking at jobs that this worker could have had: nobody will tell it when
 *     they are left over, so it should ask again in a moment
 */
public record Turn(Set<Fence> accepted, List<Claim> claims, boolean again) {

    public Turn {
        accepted = Set.copyOf(accepted);
        claims = List.copyOf(claims);
    }
}
