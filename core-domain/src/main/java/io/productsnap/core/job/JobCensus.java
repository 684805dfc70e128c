package io.productsnap.core.job;

import io.productsnap.core.policy.Unavailable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What there is over all owners, for whoever runs the place. Thread-safe; throws {@link Unavailable} as the store does. */
public interface JobCensus {

    /** The claims that hold at this moment, by owner, and since when. */
    Map<Owner, Map<Fence, Instant>> running();

    /** Those of the jobs that there are, whoever's they are. One question, whose cost grows with the ids alone. */
    List<Job> find(Collection<JobId> ids);

    /** What waits and what runs. It costs what waits, and nothing for what has ended. */
    Backlog backlog();

    /** How many jobs of this status there are. Meant for those that wait and run: it costs what it counts. */
    long count(JobStatus status);

    /**
     * Some jobs of this status, those that were submitted first, first.
     *
     * @param most >= 1
     */
    List<Job> oldest(JobStatus status, int most);

    /** The same, those that were submitted last, first. */
    List<Job> newest(JobStatus status, int most);
}
