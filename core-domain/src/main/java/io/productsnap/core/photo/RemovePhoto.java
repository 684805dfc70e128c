package io.productsnap.core.photo;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Removes a photo job with all its files. One that runs is cut off; what its run still writes, its worker discards. */
public final class RemovePhoto {

    private final JobStore jobs;
    private final PhotoStore photos;

    public RemovePhoto(JobStore jobs, PhotoStore photos) {
        this.jobs = jobs;
        this.photos = photos;
    }

    /** @return whether there was such a job */
    public boolean remove(Owner owner, JobId id) {
        // First the job: files without a job are an orphan's matter, a job without files would be a broken promise.
        Optional<Job> removed = jobs.remove(owner, id);
        removed.ifPresent(job -> photos.delete(filesOf(job)));
        return removed.isPresent();
    }

    private static List<PhotoKey> filesOf(Job job) {
        List<PhotoKey> files = new ArrayList<>();
        files.add(PhotoOrder.read(job.spec().payload()).upload());
        job.state().produced().map(PhotoResult::read).ifPresent(result -> files.addAll(result.keys()));
        return files;
    }
}
