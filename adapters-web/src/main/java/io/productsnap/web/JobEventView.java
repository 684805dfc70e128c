package io.productsnap.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.productsnap.core.job.JobEvent;
import java.util.Optional;

/** How far a job has come. */
record JobEventView(
        String jobId,
        String status,
        int progress,
        int retryCount,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> errorMessage) {

    static JobEventView of(JobEvent event) {
        return new JobEventView(
                event.job().toString(),
                JobSummaryView.word(event.state().status()),
                event.state().progress(),
                event.attempts().retries(),
                event.state().failure());
    }
}
