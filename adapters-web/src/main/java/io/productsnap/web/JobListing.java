package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.photo.PhotoLinks;
import io.productsnap.core.policy.Complaint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads which jobs to list from a query, and writes the page that was found. */
final class JobListing {

    private static final int USUAL_LIMIT = 20;

    private final Context ctx;
    private final List<Complaint> complaints = new ArrayList<>();

    private JobListing(Context ctx) {
        this.ctx = ctx;
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
        return new JobListing(ctx).query();
    }

    private JobQuery query() {
        Optional<JobQuery.From> cursor = cursor();
        int limit = number("limit", 1, JobQuery.MOST, USUAL_LIMIT);
        JobQuery.From from = cursor.orElseGet(() -> new JobQuery.Offset(number("offset", 0, JobQuery.Offset.MOST, 0)));
        Optional<JobStatus> status = status();
        if (!complaints.isEmpty()) {
            throw new ProblemException(Problems.invalid(complaints));
        }
        return new JobQuery(status, from, limit);
    }

    private Optional<JobQuery.From> cursor() {
        return param("cursor")
                .map(text -> JobId.parse(text)
                        .<JobQuery.From>map(JobQuery.Before::new)
                        .orElseThrow(
                                () -> new ProblemException(Problems.badRequest("This cursor is not one of ours."))));
    }

    private int number(String name, int least, int most, int otherwise) {
        Optional<String> text = param(name);
        int value = text.map(JobListing::parse).orElse(otherwise);
        if (value < least || value > most) {
            complain(name, name + " must be a number from " + least + " to " + most + ".");
            return otherwise;
        }
        return value;
    }

    /** What is no number is out of every range. */
    private static int parse(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return Integer.MIN_VALUE;
        }
    }

    private Optional<JobStatus> status() {
        Optional<String> text = param("status");
        Optional<JobStatus> status = text.flatMap(word -> Arrays.stream(JobStatus.values())
                .filter(value -> JobSummaryView.word(value).equals(word))
                .findFirst());
        if (text.isPresent() && status.isEmpty()) {
            complain("status", "status must be one of queued, processing, completed, failed, cancelled.");
        }
        return status;
    }

    private Optional<String> param(String name) {
        return Optional.ofNullable(ctx.queryParam(name));
    }

    private void complain(String field, String message) {
        complaints.add(new Complaint(field, message));
    }
}
