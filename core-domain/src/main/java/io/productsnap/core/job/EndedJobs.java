package io.productsnap.core.job;

import io.productsnap.core.policy.RetentionPolicy;
import io.productsnap.core.policy.Unavailable;
import java.time.Instant;
import java.util.List;

/** The jobs that have ended, for whoever clears them away. Thread-safe; throws {@link Unavailable} as the store does. */
public interface EndedJobs {

    /**
     * Some of those whose time is over, the oldest of an owner first. Those that were called off count as failed.
     *
     * @param most >= 1
     */
    List<Job> over(RetentionPolicy policy, int most, Instant now);

    /**
     * Forgets a job; its owner's counts stay as they are.
     *
     * @return false when there is none any more that has ended so
     */
    boolean forget(Job job);
}
