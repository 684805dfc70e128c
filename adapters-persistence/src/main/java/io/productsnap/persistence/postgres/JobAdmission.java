package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Idempotency.Keyed;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes jobs in: the key, the quota, the queue, in one transaction of somebody's. */
final class JobAdmission {

    private static final String INSERT = """
        insert into productsnap.job (id, owner, kind, payload, label, status, due_at, charged_since, created_at)
        values (:id, :owner, :kind, :payload, :label, case when :due > :now then 'DEFERRED' else 'QUEUED' end, :due,
                :charged_since, :now)
        returning *
        """;

    private static final String COUNT = """
        update productsnap.lane
           set total = total + 1, today = case when today_on = :day then today + 1 else 1 end, today_on = :day
         where owner = :owner
        """;

    private final Handle handle;
    private final Instant now;

    JobAdmission(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    Admission admit(JobRequest request) {
        return request.idempotency().fold(() -> admitNew(request), keyed -> admitOnce(request, keyed));
    }

    private Admission admitOnce(JobRequest request, Keyed keyed) {
        SubmissionKeys keys = new SubmissionKeys(handle, request.owner(), keyed);
        return keys.reserve(request.id(), now)
                .map(earlier -> keys.answer(earlier))
                .orElseGet(() -> {
                    Admission admission = admitNew(request);
                    if (admission instanceof Admission.QuotaUsedUp) {
                        keys.release(request.id());
                    }
                    return admission;
                });
    }

    private Admission admitNew(JobRequest request) {
        Lanes.lock(handle, request.owner());
        return new Charge(handle, request.owner(), now)
                .fold(charged -> new Admission.Admitted(queued(request, charged)), Admission.QuotaUsedUp::new);
    }

    private Job queued(JobRequest request, Optional<Instant> chargedSince) {
        Job job = insert(request, chargedSince);
        count(request.owner());
        if (!request.due(now).isAfter(now)) {
            Lanes.open(handle, List.of(request.owner().value()));
        }
        return job;
    }

    private Job insert(JobRequest request, Optional<Instant> chargedSince) {
        return handle.createQuery(INSERT)
                .bind("id", request.id().value())
                .bind("owner", request.owner().value())
                .bind("kind", request.spec().kind().value())
                .bind("payload", request.spec().payload())
                .bind("label", request.spec().label())
                .bind("charged_since", chargedSince)
                .bind("due", request.due(now))
                .bind("now", now)
                .map(JobRows::read)
                .one();
    }

    private void count(Owner owner) {
        handle.createUpdate(COUNT)
                .bind("owner", owner.value())
                .bind("day", dayOf(now))
                .execute();
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
