package io.productsnap.core.photo;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Readmission;
import io.productsnap.core.job.ReadmitJob;
import java.time.Instant;
import java.util.Optional;

/** Has a failed photo done again: the same job, and a new use of the quota. */
public final class RetryPhoto {

    private final JobStore jobs;
    private final ReadmitJob readmit;
    private final PhotoStore photos;

    public RetryPhoto(JobStore jobs, ReadmitJob readmit, PhotoStore photos) {
        this.jobs = jobs;
        this.readmit = readmit;
        this.photos = photos;
    }

    /** What can come of it: whoever asks has an answer for each. */
    public interface Answers<T> {
        T again(Job job);

        T notFailed();

        /** Its upload is not kept any more. */
        T photoGone();

        /** @param until when the quota is whole again; empty when never */
        T quotaUsedUp(Optional<Instant> until);

        T unknown();
    }

    /** Calls back with what came of it. A job of another kind is no photo. */
    public <T> T retry(Owner owner, JobId id, Answers<T> answers) {
        Optional<Job> photo =
                jobs.find(owner, id).filter(job -> job.spec().kind().equals(PhotoOrder.KIND));
        if (photo.isEmpty()) {
            return answers.unknown();
        }
        if (!photos.has(PhotoOrder.read(photo.get().spec().payload()).upload())) {
            return photo.get().state().failure().isPresent() ? answers.photoGone() : answers.notFailed();
        }
        Readmission readmission = readmit.readmit(owner, id);
        return readmission.fold(
                readmitted -> answers.again(readmitted.job()),
                notFailed -> answers.notFailed(),
                usedUp -> answers.quotaUsedUp(usedUp.until()),
                answers::unknown);
    }
}
