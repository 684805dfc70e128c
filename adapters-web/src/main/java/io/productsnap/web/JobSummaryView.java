package io.productsnap.web;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.photo.PhotoLinks;
import io.productsnap.core.photo.PhotoOrder;
import io.productsnap.core.photo.PhotoResult;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A job in a list. */
record JobSummaryView(
        String id,
        String mode,
        String status,
        int progress,
        Instant createdAt,
        Optional<URI> thumbnailUrl,
        List<URI> resultUrls,
        String inputFilename,
        Optional<String> errorMessage) {

    static JobSummaryView of(Job job, PhotoLinks links) {
        PhotoOrder order = PhotoOrder.read(job.spec().payload());
        Optional<PhotoResult> result = job.state().produced().map(PhotoResult::read);
        return new JobSummaryView(
                job.id().toString(),
                order.wish().mode().name().toLowerCase(Locale.ROOT),
                word(job.state().status()),
                job.state().progress(),
                job.createdAt(),
                result.map(PhotoResult::thumbnail).map(links::link),
                result.map(PhotoResult::picture).map(links::link).stream().toList(),
                job.spec().label(),
                job.state().failure());
    }

    static String word(JobStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
