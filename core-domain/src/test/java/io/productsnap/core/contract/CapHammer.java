package io.productsnap.core.contract;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Turn;
import io.productsnap.core.job.WorkerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs jobs from many threads, and keeps books of its own about who has what. A job counts from the return of the turn
 * that claimed it to the call of the one that settles it: a stretch inside the true one, so what it finds is broken is.
 */
final class CapHammer {

    private final JobStore store;
    private final Instant now;
    private final Map<Owner, Integer> caps = new ConcurrentHashMap<>();
    private final Map<Owner, AtomicInteger> running = new ConcurrentHashMap<>();
    private final Set<JobId> held = ConcurrentHashMap.newKeySet();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger settled = new AtomicInteger();

    CapHammer(JobStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    void expect(Owner owner, int cap) {
        caps.put(owner, cap);
        running.put(owner, new AtomicInteger());
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    int settled() {
        return settled.get();
    }

    /** Claims, holds and settles until so many jobs are settled by all threads together. */
    int runAll(WorkerId worker, int total) {
        SplittableRandom random = new SplittableRandom(total);
        List<Claim> mine = new ArrayList<>();
        while (settled.get() < total && broken.isEmpty()) {
            List<Settlement> done = release(mine, random);
            Turn turn = store.turn(worker, done, 1 + random.nextInt(4), now);
            settled.addAndGet(turn.accepted().size());
            if (turn.accepted().size() != done.size()) {
                broken.add("a settlement was refused: " + done + " but " + turn.accepted());
            }
            turn.claims().forEach(this::count);
            mine.addAll(turn.claims());
        }
        return mine.size();
    }

    /** Some of what is held, so that the rest is held for several turns. */
    private List<Settlement> release(List<Claim> mine, SplittableRandom random) {
        List<Claim> some = mine.stream().filter(claim -> random.nextInt(3) == 0).toList();
        mine.removeAll(some);
        some.forEach(claim -> {
            held.remove(claim.job());
            counter(claim.owner()).decrementAndGet();
        });
        return some.stream()
                .map(claim -> new Settlement(claim.fence(), claim.owner(), new Settlement.Done("done")))
                .toList();
    }

    private void count(Claim claim) {
        int cap = caps.getOrDefault(claim.owner(), 0);
        int now = counter(claim.owner()).incrementAndGet();
        if (now > cap) {
            broken.add(claim.owner() + " has " + now + " running, above the cap of " + cap);
        }
        if (!held.add(claim.job())) {
            broken.add(claim.job() + " was claimed by two");
        }
    }

    private AtomicInteger counter(Owner owner) {
        return running.computeIfAbsent(owner, unexpected -> new AtomicInteger());
    }
}
