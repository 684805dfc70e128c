package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import io.productsnap.core.policy.Attempts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The view {@code job_now} and the table behind it: a job, as its owner and the worker at it see it. */
final class JobRows {

    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final List<JobStatus> ALL = List.of(JobStatus.values());

    private static final String FIND = """
        /* job_find */
        select * from productsnap.job_now where id = :id and owner = :owner
        """;

    private static final String FIND_ALL = """
        /* job_find_all */
        select * from productsnap.job_now where id = any (:ids) order by id
        """;

    // The index is by owner, status and id: each status gives its newest, and of those the newest are taken. What runs
    // says QUEUED there, and is a handful.
    private static final String LIST = """
        /* job_list */
        select now.*
          from (select newest.id
                  from unnest(:statuses) s (status)
                 cross join lateral (
                        select j.id from productsnap.job j
                         where j.owner = :owner and j.status = s.status and j.id < :before
                           and not exists (select from productsnap.lease l where l.job_id = j.id and not l.is_recalled)
                         order by j.id desc limit :skip + :limit) newest
                 union all
                select l.job_id
                  from productsnap.lease l
                 where l.owner = :owner and l.job_id < :before and not l.is_recalled and 'PROCESSING' = any (:statuses)
                 order by id desc offset :skip limit :limit) page
          join productsnap.job_now now on now.id = page.id
         order by now.id desc
        """;

    private static final String PROGRESS = """
        /* job_progress */
        update productsnap.lease set progress = greatest(progress, :percent)
         where job_id = :id and fence = :fence and not is_recalled
        """;

    private static final String RELABEL = """
        /* job_relabel */
        update productsnap.job set label = :label where id = :id and owner = :owner
        """;

    private static final String REMOVE = """
        /* job_remove */
        delete from productsnap.job where id = :id and owner = :owner
        """;

    private JobRows() {}

    static Optional<Job> find(Handle handle, Owner owner, JobId id) {
        return handle.createQuery(FIND)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(JobRows::read)
                .findOne();
    }

    static List<Job> find(Handle handle, Collection<JobId> ids) {
        return handle.createQuery(FIND_ALL)
                .bindArray("ids", UUID.class, ids.stream().map(JobId::value).toList())
                .map(JobRows::read)
                .list();
    }

    static JobPage list(Handle handle, Owner owner, JobQuery query) {
        UUID before =
                query.from().fold(offset -> AFTER_ALL, older -> older.job().value());
        List<Job> found = handle.createQuery(LIST)
                .bindArray(
                        "statuses",
                        String.class,
                        query.status().map(List::of).orElse(ALL).stream()
                                .map(JobStatus::name)
                                .toList())
                .bind("owner", owner.value())
                .bind("before", before)
                .bind("skip", query.from().fold(JobQuery.Offset::count, older -> 0))
                .bind("limit", query.limit() + 1)
                .map(JobRows::read)
                .list();
        boolean more = found.size() > query.limit();
        return new JobPage(more ? found.subList(0, query.limit()) : found, more);
    }

    static boolean progress(Handle handle, Fence fence, int percent) {
        return handle.createUpdate(PROGRESS)
                        .bind("id", fence.job().value())
                        .bind("fence", fence.number())
                        .bind("percent", percent)
                        .execute()
                == 1;
    }

    static boolean relabel(Handle handle, Owner owner, JobId id, String label) {
        return handle.createUpdate(RELABEL)
                        .bind("id", id.value())
                        .bind("owner", owner.value())
                        .bind("label", label)
                        .execute()
                == 1;
    }

    static void remove(Handle handle, Owner owner, JobId id) {
        handle.createUpdate(REMOVE)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .execute();
    }

    static Job read(ResultSet row, StatementContext context) throws SQLException {
        return new Job(
                new JobId(Columns.uuid(row, "id")),
                new Owner(row.getString("owner")),
                new JobSpec(new JobKind(row.getString("kind")), row.getString("payload"), row.getString("label")),
                Columns.instant(row, "created_at"),
                new Attempts(row.getInt("crashes"), row.getInt("errors")),
                row.getLong("fence"),
                state(row));
    }

    private static JobState state(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return switch (status) {
            case "QUEUED" -> new JobState.Queued(Columns.instant(row, "due_at"));
            case "PROCESSING" -> new JobState.Processing(Columns.instant(row, "started_at"), row.getInt("progress"));
            case "COMPLETED" ->
                new JobState.Completed(
                        Columns.instant(row, "started_at"),
                        Columns.instant(row, "finished_at"),
                        row.getString("result"));
            case "FAILED" ->
                new JobState.Failed(
                        Columns.optionalInstant(row, "started_at"),
                        Columns.instant(row, "finished_at"),
                        row.getString("error"));
            case "CANCELLED" ->
                new JobState.Cancelled(Columns.optionalInstant(row, "started_at"), Columns.instant(row, "finished_at"));
            default -> throw new IllegalStateException("a job with the unknown status " + status);
        };
    }
}
