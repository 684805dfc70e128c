package io.productsnap.benchmarks.engines;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a burn-down came to: jobs that do nothing are submitted, and only then run.
 *
 * @param submits a second, by eight threads
 * @param jobs a second, from the call that starts the engine to the last handler
 * @param commits a thousand jobs, from claim to end
 * @param loggedIn bytes of write-ahead log a job submitted
 * @param logged bytes of write-ahead log a job run
 */
record Burn(long submits, long jobs, long commits, long loggedIn, long logged) {

    /** Something else that goes on, or lies there, while jobs run. */
    interface Burden {
        AutoCloseable onto(Site site);
    }

    static Burn down(Site site, Contender contender, Load load, int jobs, Burden burden) throws Exception {
        contender.prepare(site, load);
        AutoCloseable laid = burden.onto(site);
        try {
            site.settle();
            Work before = site.work();
            long submitting = submit(site, contender, load, jobs);
            Work submitted = site.work();
            site.settle();
            Work settled = site.work();
            long running = run(site, contender, load, jobs);
            Work done = site.work();
            return new Burn(
                    rate(jobs, submitting),
                    rate(jobs, running),
                    1000 * done.since(settled).commits() / jobs,
                    submitted.since(before).logged() / jobs,
                    done.since(settled).logged() / jobs);
        } finally {
            laid.close();
        }
    }

    private static long submit(Site site, Contender contender, Load load, int jobs) throws InterruptedException {
        try (Node node = contender.join(site, load, job -> {})) {
            long begin = System.nanoTime();
            Submitters.submit(0, jobs, node::submit);
            return System.nanoTime() - begin;
        }
    }

    private static long run(Site site, Contender contender, Load load, int jobs) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(jobs);
        try (Node node = contender.join(site, load, job -> left.countDown())) {
            long begin = System.nanoTime();
            node.start();
            left.await();
            return System.nanoTime() - begin;
        }
    }

    private static long rate(int jobs, long nanos) {
        return jobs * TimeUnit.SECONDS.toNanos(1) / nanos;
    }
}
