package io.productsnap.core.inmemory;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.LiveRuns;
import io.productsnap.core.job.Owner;
import io.productsnap.core.policy.Require;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The live view of one process. Thread-safe. */
public final class InMemoryLiveRuns implements LiveRuns {

    private final Map<Owner, Map<Fence, Instant>> seen = new HashMap<>();
    private final Duration memory;
    private final Clock clock;

    /** @param memory a run that was not seen for so long drops out */
    public InMemoryLiveRuns(Duration memory, Clock clock) {
        Require.positive(memory, "memory");
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public synchronized void seen(Owner owner, Fence run) {
        seen.computeIfAbsent(owner, first -> new HashMap<>()).put(run, clock.instant());
    }

    @Override
    public synchronized void ended(Owner owner, Fence run) {
        seen.getOrDefault(owner, new HashMap<>()).remove(run);
    }

    @Override
    public synchronized Map<Owner, Map<Fence, Instant>> inView() {
        Instant forgotten = clock.instant().minus(memory);
        seen.values().forEach(runs -> runs.values().removeIf(at -> !at.isAfter(forgotten)));
        seen.values().removeIf(Map::isEmpty);
        return seen.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, runs -> Map.copyOf(runs.getValue())));
    }
}
