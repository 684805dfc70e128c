package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What there is of jobs in Postgres, over all owners. Thread-safe. */
public final class PostgresJobCensus implements JobCensus {

    // By ix_job_status_started, whose condition is repeated: it has only what was begun and has not ended.
    private static final String RUNNING = """
        select id, owner, fence, started_at from productsnap.job
         where status = 'PROCESSING' and started_at is not null and finished_at is null
        """;

    private final Transactions transactions;

    public PostgresJobCensus(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public Map<Owner, Map<Fence, Instant>> running() {
        Map<Owner, Map<Fence, Instant>> running = new HashMap<>();
        transactions.statement(handle -> handle.createQuery(RUNNING).reduceResultSet(running, (found, row, context) -> {
            Fence fence = new Fence(new JobId(Columns.uuid(row, "id")), row.getLong("fence"));
            found.computeIfAbsent(new Owner(row.getString("owner")), first -> new HashMap<>())
                    .put(fence, Columns.instant(row, "started_at"));
            return found;
        }));
        return running;
    }
}
