package io.productsnap.core.job;

import java.time.Instant;
import java.util.Optional;

/**
 * How much there is to do over all owners, at one moment.
 *
 * @param ready jobs that could be started now, were there a worker and a place under their owner's cap
 * @param deferred jobs that wait for their time: a delay that was asked for, or the backoff of a retry
 * @param running jobs that a worker has
 * @param oldestDue since when the ready job that was submitted first could have been started; empty when none is ready
 */
public record Backlog(long ready, long deferred, long running, Optional<Instant> oldestDue) {}
