package io.productsnap.core.inmemory;

import io.productsnap.core.inmemory.JobTable.Beat;
import io.productsnap.core.inmemory.JobTable.Lane;
import io.productsnap.core.inmemory.JobTable.Row;
import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Cancellation;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Readmission;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Terms;
import io.productsnap.core.job.Turn;
import io.productsnap.core.job.Usage;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import io.productsnap.core.signal.Signals.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link JobStore} in memory, with all its promises but one: what it keeps is gone with the process. Thread-safe. */
public final class InMemoryJobStore implements JobStore {

    private final InMemoryData data;
    private final JobTable table;
    private final JobAdmission admission;
    private final JobClaims claims;
    private final JobEndings endings;

    public InMemoryJobStore(InMemoryData data) {
        this.data = data;
        this.table = data.jobs;
        this.admission = new JobAdmission(table);
        this.claims = new JobClaims(table);
        this.endings = new JobEndings(table);
    }

    @Override
    public void allow(Owner owner, Allowance allowance) {
        data.transaction(() -> {
            data.becameDue(Topic.JOBS);
            return table.allowances.put(owner, allowance);
        });
    }

    @Override
    public Admission admit(JobRequest request, Instant now) {
        return data.transaction(() -> {
            data.becameDue(Topic.JOBS);
            return admission.admit(request, now);
        });
    }

    @Override
    public List<Admission> admitAll(List<JobRequest> requests, Instant now) {
        return data.transaction(() -> {
            data.becameDue(Topic.JOBS);
            return admission.admitAll(requests, now);
        });
    }

    @Override
    public Turn turn(WorkerId worker, List<Settlement> done, int want, Instant now) {
        return data.transaction(() -> {
            Set<Fence> accepted = new LinkedHashSet<>();
            for (Settlement settlement : done) {
                if (endings.settle(settlement, now)) {
                    accepted.add(settlement.fence());
                    settlement.mails().forEach(mail -> data.write(mail, now));
                }
            }
            if (!done.isEmpty()) {
                data.becameDue(Topic.JOBS);
            }
            Beat beat = table.workers.get(worker);
            List<Claim> taken = beat == null || beat.dead() ? List.of() : claims.take(worker, want, now);
            return new Turn(accepted, taken, false);
        });
    }

    @Override
    public boolean progress(Fence fence, int percent) {
        return data.transaction(() -> {
            Optional<Row> held = table.held(fence);
            held.ifPresent(row -> table.rows.put(fence.job(), row.with(further(row.job(), percent))));
            return held.isPresent();
        });
    }

    private static Job further(Job job, int percent) {
        Instant started = job.state().startedAt().orElseThrow();
        int progress = Math.max(job.state().progress(), percent);
        return job.as(job.attempts(), new JobState.Processing(started, progress));
    }

    @Override
    public boolean beat(WorkerId worker, Instant now) {
        return data.transaction(() -> {
            Beat before = table.workers.get(worker);
            boolean alive = before == null || !before.dead();
            if (alive) {
                table.workers.put(worker, new Beat(now, false));
            }
            return alive;
        });
    }

    @Override
    public void giveBack(WorkerId worker, Set<Fence> known, Instant now) {
        data.transaction(() -> handBack(worker, known, now));
    }

    @Override
    public void retire(WorkerId worker, Instant now) {
        data.transaction(() -> {
            handBack(worker, Set.of(), now);
            return table.workers.remove(worker);
        });
    }

    private void letGo(WorkerId worker, Set<Fence> but) {
        if (table.letGo(worker, but)) {
            data.becameDue(Topic.JOBS);
        }
    }

    private boolean handBack(WorkerId worker, Set<Fence> but, Instant now) {
        letGo(worker, but);
        for (Row row : table.heldBy(worker)) {
            if (!but.contains(row.fence())) {
                endings.settle(new Settlement(row.fence(), row.job().owner(), new Settlement.HandedBack()), now);
                data.becameDue(Topic.JOBS);
            }
        }
        return true;
    }

    @Override
    public List<Job> rescue(StalePolicy stale, RetryPolicy retry, Instant now) {
        return data.transaction(() -> {
            List<Job> rescued = new ArrayList<>();
            table.workers.replaceAll((worker, beat) ->
                    new Beat(beat.at(), beat.dead() || beat.at().isBefore(stale.deadBefore(now))));
            table.workers.forEach((worker, beat) -> {
                if (beat.dead()) {
                    letGo(worker, Set.of());
                    table.heldBy(worker).forEach(row -> rescued.add(endings.crash(row, retry, now)));
                }
            });
            if (!rescued.isEmpty()) {
                data.becameDue(Topic.JOBS);
            }
            return List.copyOf(rescued);
        });
    }

    @Override
    public Optional<Instant> promote(Instant now) {
        return data.transaction(() -> {
            List<Row> waiting = List.copyOf(table.deferred).stream()
                    .flatMap(id -> table.row(id).stream())
                    .toList();
            waiting.stream().filter(row -> !dueOf(row).isAfter(now)).forEach(row -> {
                table.save(row, now);
                data.becameDue(Topic.JOBS);
            });
            return waiting.stream()
                    .map(InMemoryJobStore::dueOf)
                    .filter(due -> due.isAfter(now))
                    .min(Instant::compareTo);
        });
    }

    private static Instant dueOf(Row row) {
        return row.job().state().dueAt().orElse(Instant.MAX);
    }

    @Override
    public Optional<Job> find(Owner owner, JobId id) {
        return data.transaction(
                () -> table.row(id).map(Row::job).filter(job -> job.owner().equals(owner)));
    }

    @Override
    public JobPage list(Owner owner, JobQuery query) {
        return data.transaction(() -> {
            Stream<Job> ofOwner = table.rows.descendingMap().values().stream()
                    .map(Row::job)
                    .filter(job -> job.owner().equals(owner))
                    .filter(job -> query.status().isEmpty()
                            || query.status().get() == job.state().status());
            List<Job> found = query.from()
                    .fold(
                            offset -> ofOwner.skip(offset.count()),
                            before -> ofOwner.filter(job ->
                                    job.id().value().compareTo(before.job().value()) < 0))
                    .limit(query.limit() + 1L)
                    .toList();
            boolean more = found.size() > query.limit();
            return new JobPage(more ? found.subList(0, query.limit()) : found, more);
        });
    }

    @Override
    public boolean relabel(Owner owner, JobId id, String label) {
        return data.transaction(() -> {
            Optional<Row> row = owned(owner, id);
            row.ifPresent(r -> table.rows.put(id, r.with(relabelled(r.job(), label))));
            return row.isPresent();
        });
    }

    private static Job relabelled(Job job, String label) {
        return new Job(
                job.id(),
                job.owner(),
                job.spec().labelled(label),
                job.createdAt(),
                job.attempts(),
                job.fence(),
                job.state());
    }

    @Override
    public Set<Fence> heldBy(WorkerId worker) {
        return data.transaction(
                () -> table.heldBy(worker).stream().map(Row::fence).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Cancellation cancel(Owner owner, JobId id, Instant now) {
        return data.transaction(() -> owned(owner, id)
                .map(row -> {
                    signalIfRunning(row);
                    return endings.cancel(row, now);
                })
                .orElseGet(Cancellation.Unknown::new));
    }

    private void signalIfRunning(Row row) {
        data.becameDue(Topic.JOBS);
        if (row.isRunning()) {
            data.becameDue(Topic.RECALLS);
        }
    }

    @Override
    public Readmission readmit(Owner owner, JobId id, Instant now) {
        return data.transaction(() -> owned(owner, id)
                .map(row -> {
                    data.becameDue(Topic.JOBS);
                    return admission.readmit(row.job(), now);
                })
                .orElseGet(Readmission.Unknown::new));
    }

    @Override
    public Optional<Job> remove(Owner owner, JobId id) {
        return data.transaction(() -> owned(owner, id).map(row -> {
            signalIfRunning(row);
            table.recall(row);
            table.remove(id);
            return row.job();
        }));
    }

    private Optional<Row> owned(Owner owner, JobId id) {
        return table.row(id).filter(row -> row.job().owner().equals(owner));
    }

    @Override
    public Usage usage(Owner owner, Instant now) {
        return data.transaction(() -> {
            Optional<Terms> terms = table.terms(owner, now);
            Lane lane = table.lane(owner);
            int used = terms.map(t -> admission.used(owner, t, now)).orElse(0);
            int today = lane.byDay.getOrDefault(JobAdmission.dayOf(now), 0);
            return new Usage(terms, used, lane.running, lane.total, today);
        });
    }
}
