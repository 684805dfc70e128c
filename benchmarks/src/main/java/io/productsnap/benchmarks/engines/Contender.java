package io.productsnap.benchmarks.engines;

import java.util.function.IntConsumer;

/** A job engine, set up as its documentation says, with tables and connections of its own. */
interface Contender {

    String name();

    /** Makes its tables anew; nobody may have joined. */
    void prepare(Site site, Load load);

    /**
     * Connects to tables that were prepared, by this process or by another.
     *
     * @param handler is called with the number of each job that is run here, by many threads at once
     */
    Node join(Site site, Load load, IntConsumer handler);
}
