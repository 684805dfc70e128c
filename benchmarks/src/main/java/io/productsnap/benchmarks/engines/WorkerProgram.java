package io.productsnap.benchmarks.engines;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs a contender's jobs until certain ones have begun, and tells when each did. */
final class WorkerProgram {

    static final String READY = "ready";
    static final String ALL = "all";

    private WorkerProgram() {}

    public static void main(String[] words) throws InterruptedException {
        Site site = new Site(words[0], words[1], words[2]);
        Load load = Load.read(words[4]);
        int first = Integer.parseInt(words[5]);
        int end = Integer.parseInt(words[6]);
        Starts starts = new Starts(first, end);
        Node node = Contenders.named(words[3]).join(site, load, job -> run(job, load, starts));
        node.start();
        System.out.println(READY);
        starts.awaitAll();
        StringBuilder all = new StringBuilder();
        for (int job = first; job < end; job++) {
            all.append(job).append(' ').append(starts.of(job)).append('\n');
        }
        System.out.println(all.append(ALL));
        node.close();
        System.exit(0);
    }

    private static void run(int job, Load load, Starts starts) {
        if (load.isOfTheCrowd(job)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(load.crowdMillis()));
        } else {
            starts.began(job);
        }
    }
}
