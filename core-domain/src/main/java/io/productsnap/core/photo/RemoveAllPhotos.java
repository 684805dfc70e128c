package io.productsnap.core.photo;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.RemoveJob;
import java.util.List;
import java.util.Optional;

/** Removes all that somebody has submitted, with all the files. What runs is cut off. Thread-safe. */
public final class RemoveAllPhotos {

    private static final JobQuery NEWEST = new JobQuery(Optional.empty(), new JobQuery.Offset(0), JobQuery.MOST);

    private final JobStore jobs;
    private final RemovePhoto photos;
    private final RemoveJob others;

    public RemoveAllPhotos(JobStore jobs, PhotoStore photos) {
        this.jobs = jobs;
        this.photos = new RemovePhoto(jobs, photos);
        this.others = new RemoveJob(jobs);
    }

    public void removeAll(Owner owner) {
        List<Job> some = jobs.list(owner, NEWEST).jobs();
        while (!some.isEmpty()) {
            some.forEach(job -> remove(owner, job));
            some = jobs.list(owner, NEWEST).jobs();
        }
    }

    private void remove(Owner owner, Job job) {
        if (!photos.remove(owner, job.id())) {
            others.remove(owner, job.id());
        }
    }
}
