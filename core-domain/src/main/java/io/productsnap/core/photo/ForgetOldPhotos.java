package io.productsnap.core.photo;

import io.productsnap.core.job.EndedJobs;
import io.productsnap.core.job.Job;
import io.productsnap.core.policy.RetentionPolicy;
import io.productsnap.core.policy.Unavailable;
import java.time.Clock;
import java.util.List;

/** Clears away jobs whose time is over, with their files. Thread-safe. */
public final class ForgetOldPhotos {

    /** So many at a time: no lock is held for long, and whoever stops in between has done what he did. */
    private static final int BITE = 100;

    private final EndedJobs jobs;
    private final PhotoStore photos;
    private final RetentionPolicy policy;
    private final Clock clock;

    public ForgetOldPhotos(EndedJobs jobs, PhotoStore photos, RetentionPolicy policy, Clock clock) {
        this.jobs = jobs;
        this.photos = photos;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Forgets all whose time is over.
     *
     * @return how many they were
     * @throws Unavailable when a store cannot be reached; what is left is found again
     */
    public int forgetAll() {
        int forgotten = 0;
        List<Job> over = next();
        while (!over.isEmpty()) {
            // First the files: should we stop here, their job is found again, and they are as good as removed.
            photos.delete(
                    over.stream().flatMap(job -> PhotoFiles.of(job).stream()).toList());
            over.forEach(jobs::forget);
            forgotten += over.size();
            over = next();
        }
        return forgotten;
    }

    private List<Job> next() {
        return jobs.over(policy, BITE, clock.instant());
    }
}
