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

    // Whoever comes second waits here for the first one's commit. A key whose job was removed is free again.
    private static final String RESERVE = """
            insert into productsnap.submission_key as k (owner, key, fingerprint, job_id, expires_at)
            values (:owner, :key, :fingerprint, :job, :expires_at)
            on conflict (owner, key) do update
               set fingerprint = excluded.fingerprint, job_id = excluded.job_id, expires_at = excluded.expires_at
             where k.expires_at <= :now or not exists (select from productsnap.job j where j.id = k.job_id)
            """;

    private static final String EARLIER = """
            select k.fingerprint, j.*
              from productsnap.submission_key k join productsnap.job j on j.id = k.job_id
             where k.owner = :owner and k.key = :key
            """;

    private static final String RELEASE = """
            delete from productsnap.submission_key where owner = :owner and key = :key and job_id = :job
            """;

    private static final String FORGET = """
            delete from productsnap.submission_key
             where (owner, key) in (select owner, key from productsnap.submission_key
                                     where expires_at <= :now order by expires_at limit 1000 for update skip locked)
            """;

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

    /** @return empty when the key is ours now, and for the job */
    Optional<Earlier> reserve(JobId job, Instant now) {
        int reserved = handle.createUpdate(RESERVE)
                .bind("owner", owner.value())
                .bind("key", keyed.key())
                .bind("fingerprint", keyed.fingerprint())
                .bind("job", job.value())
                .bind("expires_at", now.plus(Idempotency.LIFE))
                .bind("now", now)
                .execute();
        return reserved == 1 ? Optional.empty() : Optional.of(earlier());
    }

    private Earlier earlier() {
        return handle.createQuery(EARLIER)
                .bind("owner", owner.value())
                .bind("key", keyed.key())
                .map((row, context) -> new Earlier(row.getString("fingerprint"), JobRows.read(row, context)))
                .one();
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

    /** Deletes keys that nobody has to remember, some at a time. */
    static int forget(Handle handle, Instant now) {
        return handle.createUpdate(FORGET).bind("now", now).execute();
    }
}
