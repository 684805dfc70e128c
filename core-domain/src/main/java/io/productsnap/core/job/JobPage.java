package io.productsnap.core.job;

import java.util.List;

/**
 * A page of jobs, newest first.
 *
 * @param more whether there are older ones
 */
public record JobPage(List<Job> jobs, boolean more) {

    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
