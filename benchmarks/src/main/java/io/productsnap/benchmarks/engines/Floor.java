package io.productsnap.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the server can do when nothing is asked of it but the least that a durable queue must.
 *
 * @param inserts of a job a second, each committed, by eight clients
 * @param lives of jobs a second by the size of the batch: leased, the lease of the batch before deleted, that one's jobs
 *     updated, one commit for all; by two clients, as a worker of ours has two turns under way
 * @param means who measured it
 */
record Floor(long inserts, Map<Integer, Long> lives, String means) {

    /** Batches, and how many of them are measured. */
    private static final Map<Integer, Integer> TURNS = new TreeMap<>(Map.of(1, 8_000, 20, 8_000, 200, 1_500));

    private static final int INSERTS = 30_000;

    /** Asks the server by one means. */
    interface Means {
        String name();

        /** @return so many of this statement a second, each a transaction; the clients share them evenly */
        double rate(Site site, FloorStatement statement, int clients, int transactions)
                throws IOException, InterruptedException;
    }

    long lives(int batch) {
        return lives.getOrDefault(batch, 0L);
    }

    static Floor measure(Site site) throws IOException, InterruptedException {
        Optional<Path> pgbench = Pgbench.find();
        Means means = pgbench.<Means>map(Pgbench::new).orElseGet(PlainJdbc::new);
        FloorStatement.INSERT.prepare(site, 0);
        long inserts = (long) means.rate(site, FloorStatement.INSERT, 8, INSERTS);
        Map<Integer, Long> lives = new TreeMap<>();
        for (Map.Entry<Integer, Integer> turns : TURNS.entrySet()) {
            int batch = turns.getKey();
            FloorStatement turn = FloorStatement.turn(batch);
            turn.prepare(site, batch * turns.getValue());
            site.settle();
            lives.put(batch, (long) (batch * means.rate(site, turn, 2, turns.getValue())));
        }
        site.drop("floor");
        return new Floor(inserts, lives, means.name());
    }
}
