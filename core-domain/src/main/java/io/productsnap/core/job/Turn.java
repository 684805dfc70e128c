package io.productsnap.core.job;

import java.util.List;
import java.util.Set;

/**
 * The answer to one turn of a worker.
 *
 * @param accepted the fences whose settlement is written; whoever is missing had lost its job to somebody else
 * @param claims jobs to run now
 */
public record Turn(Set<Fence> accepted, List<Claim> claims) {

    public Turn {
        accepted = Set.copyOf(accepted);
        claims = List.copyOf(claims);
    }
}
