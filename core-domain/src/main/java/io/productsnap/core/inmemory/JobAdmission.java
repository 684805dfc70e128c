package io.productsnap.core.inmemory;

import io.productsnap.core.inmemory.JobTable.KeyOf;
import io.productsnap.core.inmemory.JobTable.KeyUse;
import io.productsnap.core.inmemory.JobTable.Lane;
import io.productsnap.core.inmemory.JobTable.Period;
import io.productsnap.core.inmemory.JobTable.Row;
import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.Idempotency.Keyed;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Readmission;
import io.productsnap.core.job.Terms;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes jobs in: keys, quota, queue. */
final class JobAdmission {

    private final JobTable table;

    JobAdmission(JobTable table) {
        this.table = table;
    }

    Admission admit(JobRequest request, Instant now) {
        return request.idempotency()
                .fold(
                        () -> admitNew(request, now),
                        keyed -> earlier(request.owner(), keyed, now).orElseGet(() -> {
                            Admission admission = admitNew(request, now);
                            remember(admission, request, keyed, now);
                            return admission;
                        }));
    }

    List<Admission> admitAll(List<JobRequest> requests, Instant now) {
        Require.that(requests.size() <= JobStore.MOST_AT_ONCE, "too many at once: " + requests.size());
        // Before anything is changed: nothing here can be undone.
        Set<JobId> ids = new HashSet<>();
        requests.forEach(request -> requireNew(request.id(), ids));
        return requests.stream().map(request -> admit(request, now)).toList();
    }

    private void requireNew(JobId id, Set<JobId> others) {
        Require.that(others.add(id) && table.row(id).isEmpty(), "there is a job " + id);
    }

    private Optional<Admission> earlier(Owner owner, Keyed keyed, Instant now) {
        return Optional.ofNullable(table.keys.get(new KeyOf(owner, keyed.key())))
                .filter(use -> now.isBefore(use.forgotten()))
                .flatMap(use -> table.row(use.job())
                        .map(row -> use.key().equals(keyed)
                                ? new Admission.Repeated(row.job())
                                : new Admission.Conflict()));
    }

    private void remember(Admission admission, JobRequest request, Keyed keyed, Instant now) {
        if (admission instanceof Admission.Admitted) {
            KeyUse use = new KeyUse(keyed, request.id(), now.plus(Idempotency.LIFE));
            table.keys.put(new KeyOf(request.owner(), keyed.key()), use);
        }
    }

    private Admission admitNew(JobRequest request, Instant now) {
        requireNew(request.id(), new HashSet<>());
        Owner owner = request.owner();
        Optional<Terms> terms = table.terms(owner, now);
        if (isUsedUp(owner, terms, now)) {
            return new Admission.QuotaUsedUp(nextPeriod(terms, now));
        }
        Job job = request.queued(now);
        count(table.lane(owner), now);
        table.save(new Row(job, charge(owner, terms, now), Optional.empty()), now);
        return new Admission.Admitted(job);
    }

    Readmission readmit(Job job, Instant now) {
        if (job.state().status() != JobStatus.FAILED) {
            return new Readmission.NotFailed(job);
        }
        Owner owner = job.owner();
        Optional<Terms> terms = table.terms(owner, now);
        if (isUsedUp(owner, terms, now)) {
            return new Readmission.QuotaUsedUp(nextPeriod(terms, now));
        }
        // A fence of its own: the events of this life come after those of the one before.
        Job again = new Job(
                job.id(),
                owner,
                job.spec(),
                job.createdAt(),
                Attempts.NONE,
                table.nextFence(),
                new JobState.Queued(now));
        table.save(new Row(again, charge(owner, terms, now), Optional.empty()), now);
        return new Readmission.Readmitted(again);
    }

    private boolean isUsedUp(Owner owner, Optional<Terms> terms, Instant now) {
        return terms.filter(t -> used(owner, t, now) >= t.quota().jobs()).isPresent();
    }

    private static Optional<Instant> nextPeriod(Optional<Terms> terms, Instant now) {
        return terms.flatMap(t -> t.quota().nextPeriod(now));
    }

    private Optional<Period> charge(Owner owner, Optional<Terms> terms, Instant now) {
        Optional<Period> charged = terms.map(t -> periodOf(owner, t, now));
        charged.ifPresent(period -> table.used.merge(period, 1, Integer::sum));
        return charged;
    }

    private static void count(Lane lane, Instant now) {
        lane.total++;
        lane.byDay.keySet().removeIf(day -> day != dayOf(now));
        lane.byDay.merge(dayOf(now), 1, Integer::sum);
    }

    int used(Owner owner, Terms terms, Instant now) {
        return table.used.getOrDefault(periodOf(owner, terms, now), 0);
    }

    private static Period periodOf(Owner owner, Terms terms, Instant now) {
        return new Period(owner, terms.quota().periodStart(now));
    }

    /** Days since 1970, UTC. */
    static long dayOf(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }
}
