package io.productsnap.persistence.postgres;

import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A database whose jobs wait and run in one table: after the migration they are where they were. */
final class LeasesMigrationTest {

    private static final Owner ANN = new Owner("ann");

    private static final String JOB = """
        insert into productsnap.job
               (id, owner, kind, payload, label, status, due_at, slot, fence, worker, charged_since, created_at,
                started_at, finished_at, result)
        values (:id, 'ann', 'greet', 'hello', '', :status, :now, :slot, :fence, :worker, :now, :now,
                :started, :finished, :result)
        """;

    private static final String TERMS = """
        insert into productsnap.allowance (owner, tier, cap, weight, quota_jobs, quota_period, quota_anchor)
        values ('ann', 'basic', 2, 1, 4, 'TOTAL', :now)
        """;

    private static final String USED = """
        insert into productsnap.usage (owner, since, used) values ('ann', :now, 4)
        """;

    private static final String RECALLED = """
        insert into productsnap.recalled (job_id, fence, owner, slot, worker) values (:id, 1, 'ann', 1, :worker)
        """;

    private static final String UNSOUND = """
        select what from productsnap.unsound
        """;

    private final Database database = TestDatabase.fresh();
    private final Jdbi jdbi = TestDatabase.jdbi(database.direct());

    private void before() {
        Flyway.configure()
                .dataSource(database.direct())
                .locations("classpath:db/engine")
                .defaultSchema("productsnap")
                .table("engine_history")
                // Functions are always those of today, and are made for today's tables.
                .repeatableSqlMigrationPrefix("none")
                .target("3")
                .load()
                .migrate();
    }

    private void job(JobStatus status, Optional<Integer> slot) {
        boolean runs = status == JobStatus.PROCESSING;
        boolean ended = status == JobStatus.COMPLETED;
        jdbi.useHandle(handle -> handle.createUpdate(JOB)
                .bind("id", UUID.randomUUID())
                .bind("status", status.name())
                .bind("slot", slot)
                .bind("fence", runs || ended ? 5 : 0)
                .bind("worker", runs ? Optional.of(UUID.randomUUID()) : Optional.<UUID>empty())
                .bind("started", runs || ended ? Optional.of(NOW) : Optional.empty())
                .bind("finished", ended ? Optional.of(NOW) : Optional.empty())
                .bind("result", ended ? Optional.of("hello to you") : Optional.<String>empty())
                .bind("now", NOW)
                .execute());
    }

    @Test
    void whatWaitedWaitsAndWhatRanRuns() {
        before();
        jdbi.useHandle(handle -> {
            handle.createUpdate(TERMS).bind("now", NOW).execute();
            handle.createUpdate(USED).bind("now", NOW).execute();
            handle.createUpdate(RECALLED)
                    .bind("id", UUID.randomUUID())
                    .bind("worker", UUID.randomUUID())
                    .execute();
        });
        job(JobStatus.QUEUED, Optional.empty());
        job(JobStatus.PROCESSING, Optional.of(0));
        job(JobStatus.COMPLETED, Optional.empty());

        Migrations.ofEngine(database.direct()).apply();

        PostgresJobStore store = new PostgresJobStore(database.pooled());
        assertEquals(
                List.of(),
                jdbi.withHandle(handle ->
                        handle.createQuery(UNSOUND).mapTo(String.class).list()));
        for (JobStatus status : List.of(JobStatus.QUEUED, JobStatus.PROCESSING, JobStatus.COMPLETED)) {
            JobQuery query = new JobQuery(Optional.of(status), new JobQuery.Offset(0), 10);
            assertEquals(1, store.list(ANN, query).jobs().size(), status.name());
        }
        assertEquals(4, store.usage(ANN, NOW).used());
        // The worker that it ran at is unknown: its job is taken over, and the place of the recalled run is free.
        assertEquals(
                1, store.rescue(StalePolicy.DEFAULT, RetryPolicy.DEFAULT, NOW).size());
        assertEquals(0, new LaneMending(new Transactions(database.pooled())).mend(NOW));
    }
}
