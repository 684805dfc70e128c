package io.productsnap.core.job;

import java.util.Optional;

/**
 * What an owner has and has used.
 *
 * @param terms those that hold now; empty when the owner has no allowance, and so no limits
 * @param used jobs counted in the present period of the quota; 0 without one
 * @param running jobs that run at this moment
 * @param total jobs ever submitted, deleted ones too
 * @param today jobs submitted since midnight, UTC
 */
public record Usage(Optional<Terms> terms, int used, int running, long total, int today) {}
