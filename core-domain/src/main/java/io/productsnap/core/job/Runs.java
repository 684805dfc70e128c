package io.productsnap.core.job;

import io.productsnap.core.job.Run.Fate;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a worker has under way. A run counts until its thread is free, even when it was settled before. Thread-safe. */
final class Runs {

    private final Set<Run> runs = new LinkedHashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();

    void add(Run run) {
        lock.lock();
        try {
            runs.add(run);
        } finally {
            lock.unlock();
        }
    }

    void remove(Run run) {
        lock.lock();
        try {
            runs.remove(run);
            if (runs.isEmpty()) {
                empty.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return runs.size();
        } finally {
            lock.unlock();
        }
    }

    List<Run> all() {
        lock.lock();
        try {
            return List.copyOf(runs);
        } finally {
            lock.unlock();
        }
    }

    List<Fence> fences() {
        return all().stream().map(run -> run.claim().fence()).toList();
    }

    void recall() {
        all().forEach(run -> run.endEarly(Fate.RECALLED));
    }

    /** @return whether nothing runs any more */
    boolean awaitEmpty(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!runs.isEmpty() && left > 0) {
                left = empty.awaitNanos(left);
            }
            return runs.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
