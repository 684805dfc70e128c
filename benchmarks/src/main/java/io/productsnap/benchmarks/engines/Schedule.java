package io.productsnap.benchmarks.engines;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When each job of an open loop is due, whatever became of those before it: a submitter that comes late counts as a wait.
 *
 * @param first the number of the job that is due at {@code begin}
 * @param begin in microseconds since 1970, as {@link #now} tells: processes of one machine have one clock
 * @param warmUp so many of the first jobs are for the compilers
 * @param counted so many jobs after those are what is measured
 */
record Schedule(int first, long begin, int perSecond, int warmUp, int counted) {

    static Schedule from(int first, int perSecond, int seconds) {
        long soon = now() + TimeUnit.MILLISECONDS.toMicros(100);
        return new Schedule(first, soon, perSecond, 5 * perSecond, seconds * perSecond);
    }

    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    int end() {
        return first + warmUp + counted;
    }

    private long due(int job) {
        return begin + (job - first) * TimeUnit.SECONDS.toMicros(1) / perSecond;
    }

    /** Submits each job when it is due. */
    void submit(Node node) throws InterruptedException {
        Submitters.submit(first, end(), job -> {
            awaitDue(job);
            node.submit(job);
        });
    }

    private void awaitDue(int job) {
        for (long left = due(job) - now(); left > 0; left = due(job) - now()) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(left));
        }
    }

    Waits waits(Starts starts) {
        long[] waits = new long[counted];
        for (int i = 0; i < counted; i++) {
            int job = first + warmUp + i;
            waits[i] = starts.of(job) - due(job);
        }
        return Waits.of(waits);
    }
}
