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

    private static final String TAKE_FROM_QUEUE = """
        /* job_take_from_queue */
        with waiting as (delete from productsnap.ready where owner = :owner and job_id = :id returning job_id),
             put_off as (delete from productsnap.deferred where owner = :owner and job_id = :id returning job_id)
        select (select count(*) from waiting) + (select count(*) from put_off)
        """;

    // The period that was charged is forgotten with what was spent: it is given back once.
    private static final String UNCHARGE = """
        /* job_uncharge */
        with charged as (
            select id, charged_since from productsnap.job where id = :id and charged_since is not null for update)
        update productsnap.job j set charged_since = null from charged c where j.id = c.id
        returning c.charged_since
        """;

    // Its run may go on for a moment: what it had by way of fence and start is written down here.
    private static final String CANCEL = """
        /* job_cancel */
        update productsnap.job j
           set status = 'CANCELLED', fence = now.fence, started_at = now.started_at, finished_at = :now
          from productsnap.job_now now
         where j.id = :id and now.id = j.id
        """;

    // A fence of its own: the events of this life come after those of the one before.
    private static final String READMIT = """
        /* job_readmit */
        update productsnap.job
           set status = 'QUEUED', crashes = 0, errors = 0, due_at = :now, fence = nextval('productsnap.fence'),
               charged_since = :charged_since, finished_at = null, error = null
         where id = :id
        """;

    private static final String QUEUE = """
        /* job_queue */
        insert into productsnap.ready (owner, job_id) values (:owner, :id)
        """;

    // Its place under the cap stays taken until its worker has let go.
    private static final String KEEP_PLACE = """
        /* job_keep_place */
        update productsnap.lease set is_recalled = true where job_id = :id and owner = :owner and not is_recalled
        """;

    private static final String RECALL = """
        /* job_recall */
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
        takeFromQueue(id);
        handle.createUpdate(CANCEL).bind("id", id.value()).bind("now", now).execute();
        recall(id);
        Lanes.lookAgain(handle, owner);
        return new Cancellation.Cancelled(JobRows.find(handle, owner, id).orElseThrow());
    }

    Optional<Job> remove(JobId id) {
        Optional<Job> found = JobRows.find(handle, owner, id);
        if (found.isPresent()) {
            leaveQueue(id);
            recall(id);
            JobRows.remove(handle, owner, id);
            Lanes.lookAgain(handle, owner);
        }
        return found;
    }

    /** What never ran is given back to the quota. */
    private void takeFromQueue(JobId id) {
        if (leaveQueue(id)) {
            handle.createQuery(UNCHARGE)
                    .bind("id", id.value())
                    .mapTo(Instant.class)
                    .findOne()
                    .ifPresent(period -> Lanes.refund(handle, owner, period));
        }
    }

    /** @return whether it was there */
    private boolean leaveQueue(JobId id) {
        return handle.createQuery(TAKE_FROM_QUEUE)
                        .bind("id", id.value())
                        .bind("owner", owner.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
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
        handle.createUpdate(READMIT)
                .bind("id", id.value())
                .bind("charged_since", chargedSince)
                .bind("now", now)
                .execute();
        handle.createUpdate(QUEUE)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .execute();
        Lanes.lookAgain(handle, owner);
        return JobRows.find(handle, owner, id).orElseThrow();
    }
}
