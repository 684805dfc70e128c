package io.productsnap.core.photo;

import io.productsnap.core.job.Job;
import java.util.ArrayList;
import java.util.List;

/** Which files belong to a job. */
final class PhotoFiles {

    private PhotoFiles() {}

    /** The upload, and what has come of it; none of a job that is about something else. */
    static List<PhotoKey> of(Job job) {
        List<PhotoKey> files = new ArrayList<>();
        if (job.spec().kind().equals(PhotoOrder.KIND)) {
            files.add(PhotoOrder.read(job.spec().payload()).upload());
            job.state().produced().map(PhotoResult::read).ifPresent(result -> files.addAll(result.keys()));
        }
        return List.copyOf(files);
    }
}
