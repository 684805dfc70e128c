package io.productsnap.benchmarks.engines;

import java.io.IOException;

/** Jobs that come at a steady rate, whatever becomes of them: how long each waits for its handler. */
final class OpenLoop {

    static final int PER_SECOND = 100;

    private OpenLoop() {}

    /** One process submits and another one runs them. */
    static Waits apart(Site site, Contender contender, Load load, int seconds)
            throws IOException, InterruptedException {
        contender.prepare(site, load);
        site.settle();
        return apart(site, contender, load, load.crowd(), seconds);
    }

    /** The same over tables in which something is already. */
    static Waits apart(Site site, Contender contender, Load load, int first, int seconds)
            throws IOException, InterruptedException {
        int end = Schedule.from(first, PER_SECOND, seconds).end();
        try (Node node = contender.join(site, load, job -> {});
                WorkerProcess worker = WorkerProcess.start(site, contender, load, first, end)) {
            Schedule schedule = Schedule.from(first, PER_SECOND, seconds);
            schedule.submit(node);
            return schedule.waits(worker.starts());
        }
    }

    /** One process does both. */
    static Waits together(Site site, Contender contender, Load load, int seconds) throws InterruptedException {
        contender.prepare(site, load);
        site.settle();
        Starts starts = new Starts(0, Schedule.from(0, PER_SECOND, seconds).end());
        try (Node node = contender.join(site, load, starts::began)) {
            node.start();
            Schedule schedule = Schedule.from(0, PER_SECOND, seconds);
            schedule.submit(node);
            starts.awaitAll();
            return schedule.waits(starts);
        }
    }
}
