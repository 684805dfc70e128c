package io.productsnap.benchmarks.engines;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;

/** When the handler of each of these jobs began, in microseconds since 1970. Thread-safe. */
final class Starts {

    private final int first;
    private final AtomicLongArray micros;
    private final CountDownLatch left;

    /** @param end the number after the last one */
    Starts(int first, int end) {
        this.first = first;
        this.micros = new AtomicLongArray(end - first);
        this.left = new CountDownLatch(end - first);
    }

    /** Jobs of other numbers are none of its business; of a job that is run twice the first time counts. */
    void began(int job) {
        write(job, Schedule.now());
    }

    void write(int job, long when) {
        if (job >= first && job < first + micros.length() && micros.compareAndSet(job - first, 0, when)) {
            left.countDown();
        }
    }

    long of(int job) {
        return micros.get(job - first);
    }

    void awaitAll() throws InterruptedException {
        left.await();
    }
}
