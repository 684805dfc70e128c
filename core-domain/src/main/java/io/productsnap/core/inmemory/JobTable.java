package io.productsnap.core.inmemory;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.job.WorkerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The jobs and what goes with them; whoever uses it holds the lock of {@link InMemoryData}. */
final class JobTable {

    /** By time of submission, as the ids are made. */
    private static final Comparator<JobId> BY_AGE = Comparator.comparing(JobId::value);

    final NavigableMap<JobId, Row> rows = new TreeMap<>(BY_AGE);
    final Map<Owner, Lane> lanes = new HashMap<>();
    final Map<Owner, Allowance> allowances = new HashMap<>();
    final Map<Period, Integer> used = new HashMap<>();
    final Map<KeyOf, KeyUse> keys = new HashMap<>();
    final Map<WorkerId, Beat> workers = new HashMap<>();

    /** Running jobs that were called off or removed: each keeps its place under the cap until its worker has let go. */
    final Map<Fence, Recalled> recalled = new HashMap<>();

    /** Jobs that wait for their time, still out of their lanes. */
    final NavigableSet<JobId> deferred = new TreeSet<>(BY_AGE);

    private long lastFence;

    /** A job, whose period it was counted in, and who has it. */
    record Row(Job job, Optional<Period> charged, Optional<WorkerId> worker) {
        Row with(Job other) {
            return new Row(other, charged, worker);
        }

        boolean isRunning() {
            return job.state().status() == JobStatus.PROCESSING;
        }

        Fence fence() {
            return new Fence(job.id(), job.fence());
        }

        Row takenBy(WorkerId taker) {
            return new Row(job, charged, Optional.of(taker));
        }
    }

    /** One period of one owner's quota. */
    record Period(Owner owner, Instant since) {}

    /** A place that is kept, and by whom. */
    record Recalled(Owner owner, WorkerId worker) {}

    record KeyOf(Owner owner, String key) {}

    record KeyUse(Idempotency.Keyed key, JobId job, Instant forgotten) {}

    record Beat(Instant at, boolean dead) {}

    /** What an owner has in the queue and under way. */
    static final class Lane {
        final NavigableSet<JobId> queued = new TreeSet<>(BY_AGE);
        int running;
        long vtime;
        long total;
        final Map<Long, Integer> byDay = new HashMap<>();
    }

    Optional<Row> row(JobId id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** The job, if the fence still holds. */
    Optional<Row> held(Fence fence) {
        return row(fence.job()).filter(row -> row.isRunning() && row.job().fence() == fence.number());
    }

    List<Row> heldBy(WorkerId worker) {
        return rows.values().stream()
                .filter(row -> row.isRunning() && row.worker().equals(Optional.of(worker)))
                .toList();
    }

    void recall(Row row) {
        row.worker()
                .ifPresent(worker ->
                        recalled.put(row.fence(), new Recalled(row.job().owner(), worker)));
    }

    /** @return whether it had any */
    boolean letGo(WorkerId worker, Set<Fence> but) {
        return recalled.entrySet()
                .removeIf(place -> place.getValue().worker().equals(worker) && !but.contains(place.getKey()));
    }

    /** How many places under the cap are taken. */
    long taken(Owner owner) {
        long kept = recalled.values().stream()
                .filter(place -> place.owner().equals(owner))
                .count();
        return lane(owner).running + kept;
    }

    Optional<Terms> terms(Owner owner, Instant now) {
        return Optional.ofNullable(allowances.get(owner)).map(allowance -> allowance.at(now));
    }

    Lane lane(Owner owner) {
        return lanes.computeIfAbsent(owner, o -> new Lane());
    }

    long nextFence() {
        return ++lastFence;
    }

    /** Stores the row, and keeps its lane in step. */
    void save(Row row, Instant now) {
        remove(row.job().id());
        rows.put(row.job().id(), row);
        Lane lane = lane(row.job().owner());
        row.job()
                .state()
                .fold(
                        queued -> (queued.due().isAfter(now) ? deferred : lane.queued)
                                .add(row.job().id()),
                        processing -> lane.running++,
                        completed -> null,
                        failed -> null,
                        cancelled -> null);
    }

    Optional<Row> remove(JobId id) {
        Optional<Row> old = Optional.ofNullable(rows.remove(id));
        old.ifPresent(row -> {
            Lane lane = lane(row.job().owner());
            lane.queued.remove(id);
            deferred.remove(id);
            lane.running -= row.isRunning() ? 1 : 0;
        });
        return old;
    }

    /** What was allowed to an owner, and counted. His jobs are removed before. */
    void forget(Owner owner) {
        allowances.remove(owner);
        lanes.remove(owner);
        used.keySet().removeIf(period -> period.owner().equals(owner));
        keys.keySet().removeIf(key -> key.owner().equals(owner));
    }
}
