package io.productsnap.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobState;
import io.productsnap.core.photo.PhotoLinks;
import io.productsnap.core.photo.PhotoOrder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A job by itself. */
record JobView(
        @JsonUnwrapped JobSummaryView summary,
        URI inputUrl,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        Optional<Double> processingTimeSeconds,
        int retryCount) {

    static JobView of(Job job, PhotoLinks links) {
        JobState state = job.state();
        return new JobView(
                JobSummaryView.of(job, links),
                links.link(PhotoOrder.read(job.spec().payload()).upload()),
                state.startedAt(),
                state.finishedAt(),
                state.startedAt().flatMap(start -> state.finishedAt().map(end -> seconds(start, end))),
                job.attempts().retries());
    }

    private static double seconds(Instant start, Instant end) {
        return Duration.between(start, end).toMillis() / 1000.0;
    }
}
