package io.productsnap.core.inmemory;

import io.productsnap.core.limit.RateLimiter;
import io.productsnap.core.policy.SlidingWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link RateLimiter} for one process: also what a distributed one falls back on. Thread-safe. */
public final class InMemoryRateLimiter implements RateLimiter {

    /** After this many keys those without a live hit are dropped, so that strangers cannot fill the memory. */
    private static final int SWEEP_AT = 10_000;

    private final Map<String, Hits> hits = new HashMap<>();
    private final Clock clock;
    private long lastTicket;
    private int sweepAt = SWEEP_AT;

    public InMemoryRateLimiter(Clock clock) {
        this.clock = clock;
    }

    private record Hit(String ticket, Instant at) {}

    private record Hits(List<Hit> live, Instant until) {}

    @Override
    public synchronized Admission take(String key, SlidingWindow window) {
        Instant now = clock.instant();
        sweep(now);
        List<Hit> live = new ArrayList<>();
        Optional.ofNullable(hits.get(key)).ifPresent(before -> live.addAll(before.live()));
        live.removeIf(hit -> !hit.at().isAfter(window.edge(now)));
        Optional<Duration> wait = window.untilFree(live.stream().map(Hit::at).toList(), now);
        if (wait.isPresent()) {
            return new Refused(wait.get());
        }
        Taken place = new Taken(key, Long.toString(++lastTicket));
        live.add(new Hit(place.ticket(), now));
        hits.put(key, new Hits(live, now.plus(window.per())));
        return place;
    }

    @Override
    public synchronized void giveBack(Taken place) {
        Optional.ofNullable(hits.get(place.key()))
                .ifPresent(before -> before.live().removeIf(hit -> hit.ticket().equals(place.ticket())));
    }

    private void sweep(Instant now) {
        if (hits.size() >= sweepAt) {
            hits.values().removeIf(old -> !old.until().isAfter(now));
            // Twice of what is alive: a flood of live keys does not make each call a sweep.
            sweepAt = Math.max(SWEEP_AT, 2 * hits.size());
        }
    }
}
