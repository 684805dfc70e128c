package io.productsnap.benchmarks.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Eight threads that submit, each its share of the numbers, in their order. */
final class Submitters {

    static final int THREADS = 8;

    private Submitters() {}

    /**
     * Returns when all are submitted.
     *
     * @param first the first number
     * @param end the one after the last
     */
    static void submit(int first, int end, IntConsumer submit) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int own = first + i;
            Thread thread = new Thread(
                    () -> {
                        for (int job = own; job < end; job += THREADS) {
                            submit.accept(job);
                        }
                    },
                    "submitter-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
