package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What there is of jobs in Postgres, over all owners. Thread-safe. */
public final class PostgresJobCensus implements JobCensus {

    // By ix_job_status_started, whose condition is repeated: it has only what was begun and has not ended.
    private static final String RUNNING = """
        select id, owner, fence, started_at from productsnap.job
         where status = 'PROCESSING' and started_at is not null and finished_at is null
        """;

    // Owner by owner: the index by owner, status and id has them together, and nobody walks through what has ended.
    private static final String COUNT = """
        select coalesce(sum(jobs.count), 0)
          from productsnap.lane lane
         cross join lateral (
                select count(*) from productsnap.job where owner = lane.owner and status = any (:statuses)) jobs
        """;

    private static final String OLDEST = """
        select job.*
          from productsnap.lane lane
         cross join unnest(:statuses) s (status)
         cross join lateral (
                select * from productsnap.job
                 where owner = lane.owner and status = s.status order by id limit :most) job
         order by job.id limit :most
        """;

    private static final String NEWEST = """
        select job.*
          from productsnap.lane lane
         cross join unnest(:statuses) s (status)
         cross join lateral (
                select * from productsnap.job
                 where owner = lane.owner and status = s.status order by id desc limit :most) job
         order by job.id desc limit :most
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

    @Override
    public long count(JobStatus status) {
        return transactions.statement(handle -> handle.createQuery(COUNT)
                .bindArray("statuses", String.class, JobRows.stored(status))
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<Job> oldest(JobStatus status, int most) {
        return some(OLDEST, status, most);
    }

    @Override
    public List<Job> newest(JobStatus status, int most) {
        return some(NEWEST, status, most);
    }

    private List<Job> some(String query, JobStatus status, int most) {
        return transactions.statement(handle -> handle.createQuery(query)
                .bindArray("statuses", String.class, JobRows.stored(status))
                .bind("most", most)
                .map(JobRows::read)
                .list());
    }
}
