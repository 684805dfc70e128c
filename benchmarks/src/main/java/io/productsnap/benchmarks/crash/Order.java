package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.Owner;
import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoOrder;
import io.productsnap.core.photo.PhotoWish;
import io.productsnap.core.photo.PhotoWish.Shadow;
import java.time.Instant;
import java.util.Optional;

/** A job that is to be submitted as often as it takes to get an answer, and the upload that it needs, if it does. */
record Order(JobId id, Owner owner, JobSpec spec, Optional<Upload> upload) {

    /** A photo's upload. */
    record Upload(PhotoKey key, Task task) {}

    static Order ofPhoto(JobId id, Owner owner, Task task) {
        // The place that the product gives it: the collector reads the job off it.
        PhotoKey key = new PhotoKey("uploads/" + owner + "/" + id + ".png");
        PhotoWish wish = PhotoWish.studioWhite(Shadow.NO_SHADOW);
        JobSpec spec = new JobSpec(PhotoOrder.KIND, new PhotoOrder(key, PhotoFormat.PNG, wish).write(), "");
        return new Order(id, owner, spec, Optional.of(new Upload(key, task)));
    }

    static Order ofNothing(JobId id, Owner owner) {
        return new Order(id, owner, new JobSpec(InStep.KIND, "", ""), Optional.empty());
    }

    /** @return the job, which may be an earlier one under the key; empty when the quota is used up */
    Optional<Job> submit(Office office, Idempotency key, Optional<Instant> notBefore) {
        upload.ifPresent(photo -> office.photos().put(photo.key(), photo.task().upload(), PhotoFormat.PNG));
        return office.jobs()
                .admit(new JobRequest(id, owner, spec, key, notBefore), Instant.now())
                .fold(
                        admitted -> Optional.of(admitted.job()),
                        usedUp -> {
                            takeBack(office);
                            return Optional.empty();
                        },
                        repeated -> {
                            // It may be ourselves whom we repeat.
                            if (!repeated.job().id().equals(id)) {
                                takeBack(office);
                            }
                            return Optional.of(repeated.job());
                        },
                        conflict -> {
                            throw new IllegalStateException("another request has this key");
                        });
    }

    private void takeBack(Office office) {
        office.photos().delete(upload.map(Upload::key).stream().toList());
    }
}
