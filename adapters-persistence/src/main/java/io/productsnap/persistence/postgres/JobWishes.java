package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Cancellation;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Readmission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What an owner wishes for a job that is there: to call it off, to have it done again, to be rid of it. Each holds the
 * owner's lane.
 */
final class JobWishes {

    private static final Set<JobStatus> ENDED = Set.of(JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED);

    // What never ran is given back: the period that was charged is forgotten with it, so that it is given back once.
    private static final String REFUND_WAITING = """
        with waiting as (
            select owner, charged_since from productsnap.job where id = :id and status in ('QUEUED', 'DEFERRED')),
        forgotten as (
            update productsnap.job set charged_since = null where id = :id and status in ('QUEUED', 'DEFERRED'))
        update productsnap.usage u set used = u.used - 1
          from waiting w where u.owner = w.owner and u.since = w.charged_since
        """;

    private static final String CANCEL = """
        update productsnap.job
           set status = 'CANCELLED', slot = null, worker = null, progress = 0, finished_at = :now
         where id = :id
        returning *
        """;

    // A fence of its own: the events of this life come after those of the one before.
    private static final String READMIT = """
        update productsnap.job
           set status = 'QUEUED', crashes = 0, errors = 0, due_at = :now, fence = nextval('productsnap.fence'),
               charged_since = :charged_since, finished_at = null, error = null
         where id = :id
        returning *
        """;

    // Its place under the cap stays taken until its worker has let go: it may run on for a moment.
    private static final String KEEP_PLACE = """
        insert into productsnap.recalled (job_id, fence, owner, slot, worker)
        select id, fence, owner, slot, worker from productsnap.job where id = :id and owner = :owner and worker is not null
        """;

    private static final String RECALL = """
        select pg_notify('productsnap_recalls', '')
        """;

    private final Handle handle;
    private final Owner owner;

    JobWishes(Handle handle, Owner owner) {
        this.handle = handle;
        this.owner = owner;
        Lanes.lock(handle, owner);
    }

    Cancellation cancel(JobId id, Instant now) {
        Optional<Job> found = JobRows.find(handle, owner, id);
        if (found.isEmpty()) {
            return new Cancellation.Unknown();
        }
        if (ENDED.contains(found.get().state().status())) {
            return new Cancellation.TooLate(found.get());
        }
        handle.createUpdate(REFUND_WAITING).bind("id", id.value()).execute();
        recall(id);
        Job cancelled = handle.createQuery(CANCEL)
                .bind("id", id.value())
                .bind("now", now)
                .map(JobRows::read)
                .one();
        Lanes.lookAgain(handle, owner);
        return new Cancellation.Cancelled(cancelled);
    }

    Optional<Job> remove(JobId id) {
        recall(id);
        Optional<Job> removed = JobRows.remove(handle, owner, id);
        removed.ifPresent(job -> Lanes.lookAgain(handle, owner));
        return removed;
    }

    /** If it runs, its worker is told with the commit. */
    private void recall(JobId id) {
        int running = handle.createUpdate(KEEP_PLACE)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .execute();
        if (running > 0) {
            handle.createQuery(RECALL).mapTo(String.class).one();
        }
    }

    Readmission readmit(JobId id, Instant now) {
        Optional<Job> found = JobRows.find(handle, owner, id);
        if (found.isEmpty()) {
            return new Readmission.Unknown();
        }
        if (found.get().state().status() != JobStatus.FAILED) {
            return new Readmission.NotFailed(found.get());
        }
        return new Charge(handle, owner, now)
                .fold(charged -> new Readmission.Readmitted(queued(id, charged, now)), Readmission.QuotaUsedUp::new);
    }

    private Job queued(JobId id, Optional<Instant> chargedSince, Instant now) {
        Job again = handle.createQuery(READMIT)
                .bind("id", id.value())
                .bind("charged_since", chargedSince)
                .bind("now", now)
                .map(JobRows::read)
                .one();
        Lanes.lookAgain(handle, owner);
        return again;
    }
}
