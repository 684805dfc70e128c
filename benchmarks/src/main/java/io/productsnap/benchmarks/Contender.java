package io.productsnap.benchmarks;

import java.util.function.IntConsumer;

/**
 * A job engine with tables and connections of its own, set up as its documentation says. It runs nothing before
 * {@link #start}.
 */
interface Contender extends AutoCloseable {

    /** Takes in one job, which is on the disk when this returns. Many threads call it at once. */
    void submit(int job);

    /** Begins to run jobs, those too that were taken in before. */
    void start();

    @Override
    void close();

    /** Sets one up on empty tables. */
    interface Entry {

        /** @param handler to be called with the number of each job that is run, by many threads at once */
        Contender open(Site site, IntConsumer handler);
    }
}
