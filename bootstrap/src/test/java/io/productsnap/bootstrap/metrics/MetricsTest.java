package io.productsnap.bootstrap.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobCensus;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemoryLiveRuns;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Engine;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobHandler;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.MendLiveRuns;
import io.productsnap.core.job.Outcome;
import io.productsnap.core.job.Owner;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.Mailer;
import io.productsnap.core.mail.Mailer.MailRefused;
import io.productsnap.core.mail.Mailer.MailUndeliverable;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.CounterPolicy;
import io.productsnap.core.policy.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has happened, as it is read. */
final class MetricsTest {

    private static final JobKind KIND = new JobKind("work");
    private static final Owner ANN = new Owner("ann");

    private final Metrics metrics = new Metrics();
    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-23T05:00:00Z"));
    private final Random random = new Random(7);
    private final InMemoryData data = new InMemoryData();

    @AfterEach
    void close() {
        metrics.close();
    }

    private Engine engine(JobHandler handler) {
        return Engine.builder(new InMemoryJobStore(data))
                .clock(clock)
                .random(random)
                .listener(metrics.engine())
                .handler(KIND, handler)
                .build();
    }

    /** @param series its name and labels, as the format has them */
    private double figure(String series) {
        return metrics.text()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n" + metrics.text()));
    }

    @Test
    void aJobsWaitAndItsRunAreTimed() {
        Engine engine = engine((claim, progress) -> {
            clock.turn(Duration.ofSeconds(3));
            return Outcome.produced("done");
        });
        engine.submit(ANN, new JobSpec(KIND, "", ""));
        clock.turn(Duration.ofSeconds(40));

        engine.runOnce();

        assertEquals(1, figure("productsnap_job_wait_seconds_count"));
        assertEquals(40, figure("productsnap_job_wait_seconds_sum"), 0.001);
        assertEquals(0, figure("productsnap_job_wait_seconds_bucket{le=\"10.0\"}"));
        assertEquals(1, figure("productsnap_job_wait_seconds_bucket{le=\"60.0\"}"));
        assertEquals(3, figure("productsnap_job_run_seconds_sum{outcome=\"done\"}"), 0.001);
        assertEquals(0, figure("productsnap_job_run_seconds_count{outcome=\"failed\"}"));
    }

    @Test
    void aRetryAndAFailureAreTwoThings() {
        Engine passing = engine((claim, progress) -> Outcome.failed(Failure.passing("a hiccup")));
        passing.submit(ANN, new JobSpec(KIND, "", ""));
        passing.runOnce();
        Engine lasting = engine((claim, progress) -> Outcome.failed(Failure.ofWork("no picture")));
        lasting.submit(ANN, new JobSpec(KIND, "", ""));
        lasting.runOnce();

        assertEquals(1, figure("productsnap_job_run_seconds_count{outcome=\"retry\"}"));
        assertEquals(1, figure("productsnap_job_run_seconds_count{outcome=\"failed\"}"));
        assertEquals(0, figure("productsnap_job_run_seconds_count{outcome=\"handed_back\"}"));
    }

    @Test
    void aRunThatLosesItsJobIsDropped() {
        Engine[] engine = new Engine[1];
        engine[0] = engine((claim, progress) -> {
            engine[0].cancel(claim.owner(), claim.job());
            return Outcome.produced("too late");
        });
        engine[0].submit(ANN, new JobSpec(KIND, "", ""));

        engine[0].runOnce();

        assertEquals(1, figure("productsnap_runs_dropped_total"));
        assertEquals(0, figure("productsnap_jobs_rescued_total"));
    }

    @Test
    void aMendIsCounted() {
        InMemoryLiveRuns live = new InMemoryLiveRuns(Duration.ofDays(1), clock);
        live.seen(ANN, new Fence(new JobId(UUID.randomUUID()), 7));
        clock.turn(Duration.ofHours(1));

        new MendLiveRuns(live, new InMemoryJobCensus(data), CounterPolicy.DEFAULT, clock, metrics.engine()).mend();

        assertEquals(1, figure("productsnap_live_view_mended_total{what=\"removed\"}"));
        assertEquals(0, figure("productsnap_live_view_mended_total{what=\"added\"}"));
    }

    @Test
    void statementsAreTimedByNameAndFailuresCounted() {
        metrics.statements().ran("turn", Duration.ofMillis(4));
        metrics.statements().ran("turn", Duration.ofMillis(6));
        metrics.statements().failed("admit", Duration.ofMillis(1));
        metrics.statements().lanesMended(2);

        assertEquals(2, figure("productsnap_statement_seconds_count{statement=\"turn\"}"));
        assertEquals(0.01, figure("productsnap_statement_seconds_sum{statement=\"turn\"}"), 1e-9);
        assertEquals(1, figure("productsnap_statement_failures_total{statement=\"admit\"}"));
        assertEquals(2, figure("productsnap_lanes_mended_total"));
    }

    @Test
    void mailsAreCountedByWhatBecameOfThem() {
        Mailer mailer = metrics.counted(mail -> {
            throw mail.subject().equals("never")
                    ? new MailRefused("550", new IllegalStateException("a test"))
                    : new MailUndeliverable("421", new IllegalStateException("a test"));
        });
        assertThrows(MailRefused.class, () -> mailer.send(mail("never")));
        assertThrows(MailUndeliverable.class, () -> mailer.send(mail("later")));
        metrics.counted(mail -> {}).send(mail("now"));

        assertEquals(1, figure("productsnap_mails_total{outcome=\"refused\"}"));
        assertEquals(1, figure("productsnap_mails_total{outcome=\"undelivered\"}"));
        assertEquals(1, figure("productsnap_mails_total{outcome=\"sent\"}"));
    }

    private static Mail mail(String subject) {
        return new Mail(
                new UUID(0, 1), EmailAddress.parse("ann@example.com").orElseThrow(), subject, "text", "<p>text</p>");
    }

    @Test
    void theProcessIsMeasuredToo() {
        assertTrue(figure("process_start_time_seconds") > 0);
        assertTrue(figure("jvm_threads_live_threads") > 0);
    }
}
