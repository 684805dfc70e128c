package io.productsnap.benchmarks.engines;

/** An engine in one process. It runs nothing before {@link #start}. */
interface Node extends AutoCloseable {

    /** Takes in one job, which is on the disk when this returns. Many threads call it at once. */
    void submit(int job);

    /** Begins to run jobs, those too that were taken in before. */
    void start();

    /** Stops; what runs may end. */
    @Override
    void close();
}
