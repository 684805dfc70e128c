package io.productsnap.benchmarks.engines;

import io.productsnap.benchmarks.engines.Plans.Call;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobQuery.Offset;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.RetentionPolicy;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresAccountStore;
import io.productsnap.persistence.postgres.PostgresEndedJobs;
import io.productsnap.persistence.postgres.PostgresJobStore;
import io.productsnap.persistence.postgres.PostgresSessionStore;
import io.productsnap.persistence.postgres.PostgresSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A product that has been at work for long: finished jobs, queued jobs, sessions, people; and what is asked of it. */
final class Archive {

    private static final int OWNERS = 1_000;
    private static final int RUNNING = 500;

    private static final String PEOPLE = """
            insert into productsnap.app_user
                   (id, email, password_hash, notify_on_completion, email_verified, admin, disabled, created_at)
            select %1$s, n || '@example.com', 'x', false, true, false, false, now() from generate_series(1, %2$d) n
            """;

    /** Four of each person's, which end at one time or another in the next ninety days. */
    private static final String SESSIONS = """
            insert into productsnap.session
                   (id, user_id, ip, device, generation, created_at, last_used_at, expires_at)
            select gen_random_uuid(), %1$s, '192.0.2.1', 'a browser', 0, now(), now(), now() + interval '1 day' * (m * 20 + n %% 20 + 1)
              from generate_series(1, %2$d) n cross join generate_series(0, 3) m
            """;

    /** The person of a number, as {@link #person} computes it. */
    private static final String PERSON = "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";

    private Archive() {}

    /** @return what is asked of it */
    static List<Call> fill(Site site, int jobs, int queued) {
        Database database = new Database(PostgresSettings.parse(site.postgresUrl()));
        Migrations.ofProductSnap(database.direct()).apply();
        History.write(site, jobs);
        // One in fifty came to nothing.
        site.run("""
                update productsnap.job set status = 'FAILED', error = 'broken', result = null where fence % 50 = 0
                """);
        site.run(PEOPLE.formatted(PERSON, jobs / 4));
        site.run(SESSIONS.formatted(PERSON, jobs / 4));
        Overheard heard = new Overheard();
        DataSource source = heard.through(database.pooled());
        JobStore store = new PostgresJobStore(source);
        submit(store, queued);
        WorkerId worker = new WorkerId(UUID.randomUUID());
        store.beat(worker, Instant.now());
        store.turn(worker, List.of(), RUNNING, Instant.now());
        site.run("vacuum analyze");
        return calls(heard, source, store, worker, jobs / 4);
    }

    private static void submit(JobStore store, int queued) {
        JobSpec spec = new JobSpec(new JobKind("nothing"), "{\"input\":\"in/0000-0000.jpg\"}", "a mug");
        for (int done = 0; done < queued; done += JobStore.MOST_AT_ONCE) {
            Instant now = Instant.now();
            store.admitAll(
                    IntStream.range(0, Math.min(JobStore.MOST_AT_ONCE, queued - done))
                            .mapToObj(n -> new JobRequest(
                                    JobId.next(now, ThreadLocalRandom.current()),
                                    owner(n % OWNERS),
                                    spec,
                                    Idempotency.none()))
                            .toList(),
                    now);
        }
    }

    private static List<Call> calls(Overheard heard, DataSource source, JobStore store, WorkerId worker, int people) {
        PostgresEndedJobs ended = new PostgresEndedJobs(source);
        PostgresSessionStore sessions = new PostgresSessionStore(source);
        PostgresAccountStore accounts = new PostgresAccountStore(source);
        AtomicInteger nextPerson = new AtomicInteger(1);
        RetentionPolicy keepAll = RetentionPolicy.of(Duration.ofDays(365));
        return List.of(
                new Call(
                        "an owner's newest jobs",
                        "job_list",
                        "ix_job_user_status",
                        heard,
                        () -> store.list(owner(7), query(Optional.empty()))),
                new Call(
                        "an owner's failed jobs",
                        "job_list",
                        "ix_job_user_status",
                        heard,
                        () -> store.list(owner(50), query(Optional.of(JobStatus.FAILED)))),
                new Call(
                        "which jobs have been kept for long enough: none",
                        "ended_job_over",
                        "ix_job_user_status",
                        heard,
                        () -> ended.over(keepAll, 100, Instant.now())),
                new Call(
                        "what a worker has",
                        "held",
                        "ix_job_status_started",
                        heard,
                        () -> store.heldBy(new WorkerId(UUID.randomUUID()))),
                new Call("is anybody dead?", "rescue_trouble", "ix_job_status_started", heard, () -> {
                    store.beat(worker, Instant.now());
                    store.rescue(StalePolicy.DEFAULT, RetryPolicy.DEFAULT, Instant.now());
                }),
                new Call(
                        "which sessions are over: none",
                        "session_forget",
                        "ix_session_expires",
                        heard,
                        () -> sessions.forgetExpired(Instant.now())),
                new Call(
                        "end all sessions of a person",
                        "session_end_all",
                        "ix_session_user_expires",
                        heard,
                        () -> shutOut(accounts, person(nextPerson.getAndIncrement() % people))));
    }

    private static void shutOut(PostgresAccountStore accounts, UserId person) {
        accounts.disable(person, AuditEntry.done(Instant.now(), person, "user.disabled", Client.CONSOLE));
    }

    private static JobQuery query(Optional<JobStatus> status) {
        return new JobQuery(status, new Offset(0), 20);
    }

    private static Owner owner(int number) {
        return new Owner("owner " + number);
    }

    private static UserId person(int number) {
        return new UserId(UUID.fromString("00000000-0000-7000-8000-%012x".formatted(number)));
    }
}
