package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.photo.PhotoLinks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads which jobs to list from a query, and writes the page that was found. */
final class JobListing {

    private static final int USUAL_LIMIT = 20;

    private final QueryFields fields;

    private JobListing(QueryFields fields) {
        this.fields = fields;
    }

    /** @param nextCursor where the next page begins; empty on the last one */
    record PageView(List<JobSummaryView> jobs, Optional<String> nextCursor) {

        static PageView of(JobPage page, PhotoLinks links) {
            List<JobSummaryView> views = page.jobs().stream()
                    .map(job -> JobSummaryView.of(job, links))
                    .toList();
            return new PageView(
                    views, page.more() ? Optional.of(views.get(views.size() - 1).id()) : Optional.empty());
        }
    }

    /** @throws ProblemException when the query asks for what cannot be */
    static JobQuery read(Context ctx) {
        return new JobListing(new QueryFields(ctx)).query();
    }

    private JobQuery query() {
        Optional<JobQuery.From> cursor = cursor();
        int limit = fields.number("limit", 1, JobQuery.MOST, USUAL_LIMIT);
        JobQuery.From from =
                cursor.orElseGet(() -> new JobQuery.Offset(fields.number("offset", 0, JobQuery.Offset.MOST, 0)));
        Optional<JobStatus> status = status();
        fields.check();
        return new JobQuery(status, from, limit);
    }

    private Optional<JobQuery.From> cursor() {
        return fields.text("cursor")
                .map(text -> JobId.parse(text)
                        .<JobQuery.From>map(JobQuery.Before::new)
                        .orElseThrow(() -> new ProblemException(Problems.badCursor())));
    }

    private Optional<JobStatus> status() {
        Optional<String> text = fields.text("status");
        Optional<JobStatus> status = text.flatMap(word -> Arrays.stream(JobStatus.values())
                .filter(value -> JobSummaryView.word(value).equals(word))
                .findFirst());
        if (text.isPresent() && status.isEmpty()) {
            fields.complain("status", "status must be one of queued, processing, completed, failed, cancelled.");
        }
        return status;
    }
}
