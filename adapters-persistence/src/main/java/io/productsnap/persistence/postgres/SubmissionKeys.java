package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.Idempotency.Keyed;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code submission_key}: one key of one owner, for as long as it is remembered. */
final class SubmissionKeys {

    // Whoever comes second waits here for the first one's commit.
    private static final String RESERVE = """
        insert into productsnap.submission_key (owner, key, fingerprint, job_id, expires_at)
        values (:owner, :key, :fingerprint, :job, :expires_at)
        on conflict (owner, key) do nothing
        """;

    // A later statement: the one that waited does not see the job of the one it waited for.
    private static final String LOOK = """
        select * from productsnap.submission_key where owner = :owner and key = :key for update
        """;

    private static final String TAKE_OVER = """
        update productsnap.submission_key set fingerprint = :fingerprint, job_id = :job, expires_at = :expires_at
         where owner = :owner and key = :key
        """;

    private static final String RELEASE = """
        delete from productsnap.submission_key where owner = :owner and key = :key and job_id = :job
        """;

    private static final String FORGET = """
        delete from productsnap.submission_key
         where (owner, key) in (select owner, key from productsnap.submission_key
                                 where expires_at <= :now order by expires_at limit :bite for update skip locked)
        """;

    private static final int BITE = 1_000;

    private final Handle handle;
    private final Owner owner;
    private final Keyed keyed;

    SubmissionKeys(Handle handle, Owner owner, Keyed keyed) {
        this.handle = handle;
        this.owner = owner;
        this.keyed = keyed;
    }

    /** What was submitted under the key before. */
    record Earlier(String fingerprint, Job job) {}

    private record Use(String fingerprint, JobId job, Instant expires) {}

    /** @return empty when the key is ours now, and for the job; a key whose job was removed is as good as new */
    Optional<Earlier> reserve(JobId job, Instant now) {
        if (write(RESERVE, job, now)) {
            return Optional.empty();
        }
        Optional<Use> use = look();
        if (use.isEmpty()) {
            // Forgotten, or released, between the two statements.
            return reserve(job, now);
        }
        Optional<Earlier> earlier = use.filter(known -> now.isBefore(known.expires()))
                .flatMap(known ->
                        JobRows.find(handle, owner, known.job()).map(found -> new Earlier(known.fingerprint(), found)));
        if (earlier.isEmpty()) {
            write(TAKE_OVER, job, now);
        }
        return earlier;
    }

    private boolean write(String statement, JobId job, Instant now) {
        return handle.createUpdate(statement)
                        .bind("owner", owner.value())
                        .bind("key", keyed.key())
                        .bind("fingerprint", keyed.fingerprint())
                        .bind("job", job.value())
                        .bind("expires_at", now.plus(Idempotency.LIFE))
                        .execute()
                == 1;
    }

    private Optional<Use> look() {
        return handle.createQuery(LOOK)
                .bind("owner", owner.value())
                .bind("key", keyed.key())
                .map((row, context) -> new Use(
                        row.getString("fingerprint"),
                        new JobId(Columns.uuid(row, "job_id")),
                        Columns.instant(row, "expires_at")))
                .findOne();
    }

    Admission answer(Earlier earlier) {
        return earlier.fingerprint().equals(keyed.fingerprint())
                ? new Admission.Repeated(earlier.job())
                : new Admission.Conflict();
    }

    /** Nothing came of the job: the key is as free as before. */
    void release(JobId job) {
        handle.createUpdate(RELEASE)
                .bind("owner", owner.value())
                .bind("key", keyed.key())
                .bind("job", job.value())
                .execute();
    }

    /** Deletes keys that nobody has to remember, some at a time, so that no lock is held for long. */
    static void forget(Transactions transactions, Instant now) {
        int forgotten = BITE;
        while (forgotten == BITE) {
            forgotten = transactions.statement(handle -> handle.createUpdate(FORGET)
                    .bind("now", now)
                    .bind("bite", BITE)
                    .execute());
        }
    }
}
