package io.productsnap.core.photo;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.RemoveJob;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Removes a photo job with all its files. One that runs is cut off; what its run still writes, its worker discards. */
public final class RemovePhoto {

    private static final System.Logger LOG = System.getLogger(RemovePhoto.class.getName());

    private final JobStore jobs;
    private final RemoveJob removeJob;
    private final PhotoStore photos;

    public RemovePhoto(JobStore jobs, PhotoStore photos) {
        this.jobs = jobs;
        this.removeJob = new RemoveJob(jobs);
        this.photos = photos;
    }

    /** @return whether there was such a photo; a job of another kind is none */
    public boolean remove(Owner owner, JobId id) {
        boolean isPhoto = jobs.find(owner, id)
                .filter(job -> job.spec().kind().equals(PhotoOrder.KIND))
                .isPresent();
        // First the job: files without a job are an orphan's matter, a job without files would be a broken promise.
        Optional<Job> removed = isPhoto ? removeJob.remove(owner, id) : Optional.empty();
        removed.ifPresent(this::removeFiles);
        return removed.isPresent();
    }

    private void removeFiles(Job job) {
        List<PhotoKey> files = PhotoFiles.of(job);
        try {
            photos.delete(files);
        } catch (PhotoStore.Unavailable unavailable) {
            // Nobody can reach them any more, and the sweep of orphans finds them: the owner need not try again.
            LOG.log(Level.WARNING, () -> "job " + job.id() + " is removed, its files stay: " + files, unavailable);
        }
    }
}
