package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Failure;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresJobStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of the queue. */
final class JobsReportTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Owner ANN = new Owner("ann");

    private final Random random = new Random(1);
    private int submitted;

    @TempDir
    private Path folder;

    @Test
    void itSaysWhatWaitsWhatRunsAndWhatFailed() {
        Map<String, String> settings = Product.settings(folder);
        try (Database database = new Database(Settings.readDatabase(settings))) {
            Migrations.ofProductSnap(database.direct()).apply();
            JobStore jobs = new PostgresJobStore(database.pooled());
            JobId failed = submit(jobs);
            JobId running = submit(jobs);
            JobId waiting = submit(jobs);
            WorkerId worker = WorkerId.next(NOW, random);
            jobs.beat(worker, NOW);
            Settlement.GivenUp givenUp = new Settlement.GivenUp(Failure.ofWork("The image is broken."));
            jobs.turn(worker, List.of(), 1, NOW)
                    .claims()
                    .forEach(claim -> jobs.turn(worker, List.of(new Settlement(claim.fence(), ANN, givenUp)), 1, NOW));

            StringWriter out = new StringWriter();
            JobsReport.show(settings, 10, new PrintWriter(out, true));

            String report = out.toString();
            assertTrue(report.startsWith("1 wait, 1 run."), report);
            assertInOrder(
                    report,
                    "Waiting for longest:",
                    waiting.toString(),
                    "Running, the oldest first:",
                    running.toString(),
                    "Failed, the newest first:",
                    failed.toString(),
                    "The image is broken.");
        }
    }

    /** Ids rise from one millisecond to the next. */
    private JobId submit(JobStore jobs) {
        submitted++;
        JobId id = JobId.next(NOW.plusMillis(submitted), random);
        JobSpec spec = new JobSpec(new JobKind("test"), "payload", "label");
        jobs.admit(new JobRequest(id, ANN, spec, Idempotency.none()), NOW);
        return id;
    }

    private static void assertInOrder(String report, String... parts) {
        int at = 0;
        for (String part : parts) {
            at = report.indexOf(part, at);
            assertTrue(at >= 0, part + " is missing, or too early, in:\n" + report);
        }
    }
}
