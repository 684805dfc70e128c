package io.productsnap.persistence.postgres;

import io.productsnap.core.job.EndedJobs;
import io.productsnap.core.job.Job;
import io.productsnap.core.policy.RetentionPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The jobs in Postgres that have ended. Thread-safe. */
public final class PostgresEndedJobs implements EndedJobs {

    // Owner by owner, so that the index by owner, status and id gives the old ones and touches no others: a job is not
    // older than its id. What it costs grows with the owners and with what is over, and not with what is kept.
    private static final String OVER = """
        /* ended_job_over */
        select over.*, 0 as progress
          from productsnap.lane lane
          left join productsnap.allowance terms on terms.owner = lane.owner
         cross join lateral (
                select coalesce(
                    (select t.before from unnest(:tiers, :befores) t (tier, before)
                      where t.tier = case when terms.ends_at <= :now then terms.then_tier else terms.tier end),
                    :otherwise) as completed) before
         cross join lateral (
                (select * from productsnap.job
                  where owner = lane.owner and status = 'COMPLETED'
                    and id < productsnap.id_of(before.completed) and finished_at < before.completed
                  order by id limit :most)
                union all
                (select * from productsnap.job
                  where owner = lane.owner and status = 'FAILED'
                    and id < productsnap.id_of(:failed) and finished_at < :failed
                  order by id limit :most)
                union all
                (select * from productsnap.job
                  where owner = lane.owner and status = 'CANCELLED'
                    and id < productsnap.id_of(:failed) and finished_at < :failed
                  order by id limit :most)) over
         limit :most
        """;

    private static final String FORGET = """
        /* ended_job_forget */
        delete from productsnap.job where id = :id and fence = :fence and finished_at = :finished
        """;

    private final Transactions transactions;

    public PostgresEndedJobs(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public List<Job> over(RetentionPolicy policy, int most, Instant now) {
        List<String> tiers = List.copyOf(policy.completed().keySet());
        Stream<Instant> befores = tiers.stream().map(tier -> policy.completedBefore(Optional.of(tier), now));
        return transactions.statement(handle -> handle.createQuery(OVER)
                .bindArray("tiers", String.class, tiers)
                .bindArray("befores", Instant.class, befores.toList())
                .bind("otherwise", policy.completedBefore(Optional.empty(), now))
                .bind("failed", policy.failedBefore(now))
                .bind("now", now)
                .bind("most", most)
                .map(JobRows::read)
                .list());
    }

    @Override
    public boolean forget(Job job) {
        UUID id = job.id().value();
        return transactions.statement(handle -> handle.createUpdate(FORGET)
                        .bind("id", id)
                        .bind("fence", job.fence())
                        .bind("finished", job.state().finishedAt().orElseThrow())
                        .execute())
                == 1;
    }
}
