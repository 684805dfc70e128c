package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Settlement.Ending;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Takes jobs from workers that are gone. Each step is a transaction of its own: a worker is declared dead and that is
 * committed before its jobs are looked for, so that a claim which was under way is found by this look or by the next.
 */
final class JobRescue {

    private static final String BEAT = """
        /* beat */
        insert into productsnap.worker as w (id, beat) values (:worker, :now)
        on conflict (id) do update set beat = greatest(w.beat, excluded.beat) where not w.dead
        """;

    // Nearly always there is nothing to do: one statement finds that out, and changes nothing.
    private static final String TROUBLE = """
        /* rescue_trouble */
        select exists (select from productsnap.worker where not dead and beat < :dead_before)
            or exists (select from productsnap.lease l left join productsnap.worker w on w.id = l.worker
                        where w.id is null or w.dead)
        """;

    private static final String DECLARE_DEAD = """
        /* rescue_declare_dead */
        update productsnap.worker set dead = true where not dead and beat < :dead_before
        """;

    private static final String RETIRE = """
        /* retire */
        update productsnap.worker set dead = true where id = :worker
        """;

    private static final String AWAIT_TURN = """
        /* await_turn */
        select pg_advisory_xact_lock(hashtextextended(cast(:worker as text), 0))
        """;

    // What nobody known and alive has: a claim by a worker without a row would be missed by nobody else.
    private static final String ORPHANS = """
        /* rescue_orphans */
        select l.job_id, l.owner, l.fence, coalesce(j.crashes, 0) as crashes, coalesce(j.errors, 0) as errors
          from productsnap.lease l
          left join productsnap.worker w on w.id = l.worker
          left join productsnap.job j on j.id = l.job_id
         where w.id is null or w.dead
         order by l.job_id limit 1000
        """;

    private static final String HELD = """
        /* held */
        select l.job_id, l.owner, l.fence, 0 as crashes, 0 as errors
          from productsnap.lease l
         where l.worker = :worker and not (l.is_recalled and :unless_recalled)
        """;

    private static final String FORGET_WORKERS = """
        /* rescue_forget_workers */
        delete from productsnap.worker where dead and beat < :long_ago
        """;

    private static final Failure CRASHED = Failure.crash("The job was interrupted too often. Please try again.");

    /** Long after anything that a dead worker may still have to say. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** Settles for the dead; it claims nothing, so it needs no row of its own. */
    private static final WorkerId NOBODY = new WorkerId(new UUID(0, 0));

    private final Transactions transactions;

    JobRescue(Transactions transactions) {
        this.transactions = transactions;
    }

    boolean beat(WorkerId worker, Instant now) {
        return transactions.statement(handle -> handle.createUpdate(BEAT)
                        .bind("worker", worker.value())
                        .bind("now", now)
                        .execute()
                == 1);
    }

    void retire(WorkerId worker, Instant now) {
        transactions.statement(handle ->
                handle.createUpdate(RETIRE).bind("worker", worker.value()).execute());
        giveBack(worker, Set.of(), now);
    }

    void giveBack(WorkerId worker, Set<Fence> known, Instant now) {
        transactions.run(handle -> {
            handle.createQuery(AWAIT_TURN)
                    .bind("worker", worker.value())
                    .mapToMap()
                    .list();
            // A later statement: it sees what that turn has committed.
            List<Settlement> back = held(handle, worker, false)
                    .filter(held -> !known.contains(held.fence()))
                    .map(held -> held.settledBy(new Settlement.HandedBack()))
                    .toList();
            return back.isEmpty()
                    ? back
                    : JobTurn.take(handle, NOBODY, back, 0, now).claims();
        });
    }

    static Set<Fence> heldBy(Handle handle, WorkerId worker) {
        return held(handle, worker, true).map(Held::fence).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Held> held(Handle handle, WorkerId worker, boolean unlessRecalled) {
        return handle
                .createQuery(HELD)
                .bind("worker", worker.value())
                .bind("unless_recalled", unlessRecalled)
                .map(JobRescue::read)
                .list()
                .stream();
    }

    List<Job> rescue(StalePolicy stale, RetryPolicy retry, Instant now) {
        Instant deadBefore = stale.deadBefore(now);
        boolean trouble = transactions.statement(handle -> handle.createQuery(TROUBLE)
                .bind("dead_before", deadBefore)
                .mapTo(Boolean.class)
                .one());
        return trouble ? takeFromTheDead(deadBefore, retry, now) : List.of();
    }

    private List<Job> takeFromTheDead(Instant deadBefore, RetryPolicy retry, Instant now) {
        transactions.statement(handle -> handle.createUpdate(DECLARE_DEAD)
                .bind("dead_before", deadBefore)
                .execute());
        List<Held> orphans = transactions.statement(
                handle -> handle.createQuery(ORPHANS).map(JobRescue::read).list());
        return orphans.isEmpty() ? List.of() : transactions.run(handle -> take(handle, orphans, retry, now));
    }

    /** Workers that died long ago need not be known any more. */
    void forget(Instant now) {
        transactions.statement(handle -> handle.createUpdate(FORGET_WORKERS)
                .bind("long_ago", now.minus(REMEMBERED))
                .execute());
    }

    private static List<Job> take(Handle handle, List<Held> orphans, RetryPolicy retry, Instant now) {
        Set<String> free = Set.copyOf(Lanes.lockFree(
                handle,
                orphans.stream().map(held -> held.owner().value()).distinct().toList()));
        List<Settlement> crashes = orphans.stream()
                // One owner's stuck lane must not keep the others' jobs from being taken over; it is looked at again.
                .filter(held -> free.contains(held.owner().value()))
                .map(held -> held.settledBy(ending(held.spent(), retry, now)))
                .toList();
        if (crashes.isEmpty()) {
            return List.of();
        }
        // As any settlement it holds only if the fence does: the worker may have come back meanwhile and settled.
        List<JobId> taken = JobTurn.take(handle, NOBODY, crashes, 0, now).accepted().stream()
                .map(Fence::job)
                .toList();
        return JobRows.find(handle, taken);
    }

    private static Ending ending(Attempts spent, RetryPolicy retry, Instant now) {
        // A crash is retried at once: no delay is drawn.
        return retry.after(CRASHED, spent, now, RandomGenerator.getDefault())
                .fold(again -> new Settlement.Retry(CRASHED, again.when()), giveUp -> new Settlement.GivenUp(CRASHED));
    }

    /** A job in the hands of a worker. */
    private record Held(Fence fence, Owner owner, Attempts spent) {
        Settlement settledBy(Ending ending) {
            return new Settlement(fence, owner, ending);
        }
    }

    private static Held read(ResultSet row, StatementContext context) throws SQLException {
        return new Held(
                new Fence(new JobId(Columns.uuid(row, "job_id")), row.getLong("fence")),
                new Owner(row.getString("owner")),
                new Attempts(row.getInt("crashes"), row.getInt("errors")));
    }
}
