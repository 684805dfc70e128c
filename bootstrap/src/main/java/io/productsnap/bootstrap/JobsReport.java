package io.productsnap.bootstrap;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobStatus;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresClock;
import io.productsnap.persistence.postgres.PostgresJobCensus;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Shows an operator how the queue is: what waits, what runs, what failed. */
final class JobsReport {

    private final JobCensus census;
    private final Instant now;
    private final PrintWriter out;

    private JobsReport(JobCensus census, Instant now, PrintWriter out) {
        this.census = census;
        this.now = now;
        this.out = out;
    }

    /** @param most how many jobs of a sort are listed */
    static void show(Map<String, String> settings, int most, PrintWriter out) {
        try (Database database = new Database(Settings.readDatabase(settings))) {
            database.check();
            Migrations.ofProductSnap(database.direct()).check();
            PostgresClock clock = new PostgresClock(database.pooled(), Clock.systemUTC());
            clock.measure();
            new JobsReport(new PostgresJobCensus(database.pooled()), clock.instant(), out).show(most);
        }
    }

    private void show(int most) {
        out.printf("%d wait, %d run.%n", census.count(JobStatus.QUEUED), census.count(JobStatus.PROCESSING));
        list("Waiting for longest", census.oldest(JobStatus.QUEUED, most));
        list("Running, the oldest first", census.oldest(JobStatus.PROCESSING, most));
        list("Failed, the newest first", census.newest(JobStatus.FAILED, most));
    }

    private void list(String title, List<Job> jobs) {
        if (!jobs.isEmpty()) {
            out.println();
            out.println(title + ":");
            jobs.forEach(job -> out.println("  " + line(job)));
        }
    }

    private String line(Job job) {
        String since = job.state()
                .fold(
                        queued -> queued.due().isAfter(now) ? "due in " + time(now, queued.due()) : "",
                        processing ->
                                "running for " + time(processing.started(), now) + ", " + processing.progress() + " %",
                        completed -> "",
                        failed -> "failed " + time(failed.finished(), now) + " ago: " + failed.reason(),
                        cancelled -> "");
        return "%s  of %s, %s, %s old, retry %d%s"
                .formatted(
                        job.id(),
                        job.owner(),
                        job.spec().kind(),
                        time(job.createdAt(), now),
                        job.attempts().retries(),
                        since.isEmpty() ? "" : ", " + since);
    }

    private static Duration time(Instant from, Instant to) {
        return Duration.between(from, to).truncatedTo(ChronoUnit.SECONDS);
    }
}
