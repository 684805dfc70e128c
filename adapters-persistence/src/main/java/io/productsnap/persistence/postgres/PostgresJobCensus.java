package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Backlog;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What there is of jobs in Postgres, over all owners. Thread-safe. */
public final class PostgresJobCensus implements JobCensus {

    private static final String RUNNING = """
        /* census_running */
        select job_id, owner, fence, started_at from productsnap.lease where not is_recalled
        """;

    // The tables have nothing that has ended.
    private static final String BACKLOG = """
        /* census_backlog */
        select (select count(*) from productsnap.ready) as ready,
               (select count(*) from productsnap.deferred) as deferred,
               (select count(*) from productsnap.lease where not is_recalled) as running,
               (select j.due_at
                  from productsnap.job j
                 where j.id = (select job_id from productsnap.ready order by job_id limit 1)) as oldest_due
        """;

    private static final String COUNT_RUNNING = """
        /* census_count_running */
        select count(*) from productsnap.lease where not is_recalled
        """;

    private static final String COUNT_QUEUED = """
        /* census_count_queued */
        select (select count(*) from productsnap.ready) + (select count(*) from productsnap.deferred)
        """;

    // Owner by owner: the index by owner, status and id has them together, and nobody walks through
    // what is not asked for.
    private static final String COUNT_ENDED = """
        /* census_count_ended */
        select coalesce(sum(jobs.count), 0)
          from productsnap.lane lane
         cross join lateral (
                select count(*) from productsnap.job where owner = lane.owner and status = :status) jobs
        """;

    // In either order. What runs says QUEUED in its row; an owner has a handful of it.
    private static final String SOME = """
        /* census_some */
        select now.*
          from (select found.id
                  from productsnap.lane lane
                 cross join lateral (
                        select j.id from productsnap.job j
                         where j.owner = lane.owner and j.status = :status
                           and not exists (select from productsnap.lease l where l.job_id = j.id and not l.is_recalled)
                         order by j.id %1$s limit :most) found
                 union all
                select l.job_id from productsnap.lease l where not l.is_recalled and :status = 'PROCESSING'
                 order by id %1$s limit :most) first
          join productsnap.job_now now on now.id = first.id
         order by now.id %1$s
        """;

    private static final String OLDEST = SOME.formatted("asc");
    private static final String NEWEST = SOME.formatted("desc");

    private final Transactions transactions;

    public PostgresJobCensus(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public Map<Owner, Map<Fence, Instant>> running() {
        Map<Owner, Map<Fence, Instant>> running = new HashMap<>();
        transactions.statement(handle -> handle.createQuery(RUNNING).reduceResultSet(running, (found, row, context) -> {
            Fence fence = new Fence(new JobId(Columns.uuid(row, "job_id")), row.getLong("fence"));
            found.computeIfAbsent(new Owner(row.getString("owner")), first -> new HashMap<>())
                    .put(fence, Columns.instant(row, "started_at"));
            return found;
        }));
        return running;
    }

    @Override
    public List<Job> find(Collection<JobId> ids) {
        return transactions.statement(handle -> JobRows.find(handle, ids));
    }

    @Override
    public Backlog backlog() {
        return transactions.statement(handle -> handle.createQuery(BACKLOG)
                .map((row, context) -> new Backlog(
                        row.getLong("ready"),
                        row.getLong("deferred"),
                        row.getLong("running"),
                        Columns.optionalInstant(row, "oldest_due")))
                .one());
    }

    @Override
    public long count(JobStatus status) {
        return transactions.statement(
                handle -> counting(handle, status).mapTo(Long.class).one());
    }

    private static Query counting(Handle handle, JobStatus status) {
        return switch (status) {
            case PROCESSING -> handle.createQuery(COUNT_RUNNING);
            case QUEUED -> handle.createQuery(COUNT_QUEUED);
            case COMPLETED, FAILED, CANCELLED -> handle.createQuery(COUNT_ENDED).bind("status", status.name());
        };
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
                .bind("status", status.name())
                .bind("most", most)
                .map(JobRows::read)
                .list());
    }
}
