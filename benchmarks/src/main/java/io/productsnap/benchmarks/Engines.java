package io.productsnap.benchmarks;

import io.productsnap.benchmarks.Contender.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Our engine beside those that people pick instead: on one server, in one run, by turns. */
final class Engines {

    private static final int SUBMITTERS = 8;

    /** A slow one gets that part of the jobs, so that its rounds end before the day does. */
    private record Runner(String name, Entry entry, int share) {}

    /**
     * What one round came to.
     *
     * @param jobs a second, from the call that starts the engine to the end of the last handler
     * @param logged bytes of write-ahead log a job, from its claim to its end
     */
    private record Round(long submits, long jobs, long logged) {}

    private static final List<Runner> RUNNERS = List.of(
            new Runner("ProductSnap, caps and quotas on", ProductSnapContender::new, 1),
            new Runner("db-scheduler", DbSchedulerContender::new, 1),
            new Runner("JobRunr", JobRunrContender::new, 1),
            new Runner("Quartz", QuartzContender::new, 4));

    private Engines() {}

    static void measure(int jobs, int rounds) throws IOException, InterruptedException {
        Map<String, List<Round>> all = new LinkedHashMap<>();
        OptionalLong floor;
        try (Site site = Site.open()) {
            for (int round = 0; round < rounds; round++) {
                for (Runner runner : RUNNERS) {
                    Round one = round(site, runner.entry(), jobs / runner.share());
                    System.err.printf("round %d, %s: %s%n", round + 1, runner.name(), one);
                    all.computeIfAbsent(runner.name(), name -> new ArrayList<>())
                            .add(one);
                }
            }
            floor = Floor.inserts(site, SUBMITTERS);
        }
        System.out.printf("%d jobs, medians of %d rounds (%s)%n%n", jobs, rounds, Machine.described());
        print(all, floor);
    }

    private static Round round(Site site, Entry entry, int jobs) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(jobs);
        try (Contender contender = entry.open(site, job -> left.countDown())) {
            site.settle();
            long submitting = submit(contender, jobs);
            site.settle();
            long logged = site.logged();
            long begin = System.nanoTime();
            contender.start();
            left.await();
            long running = System.nanoTime() - begin;
            return new Round(rate(jobs, submitting), rate(jobs, running), (site.logged() - logged) / jobs);
        }
    }

    private static long submit(Contender contender, int jobs) throws InterruptedException {
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < SUBMITTERS; i++) {
            int first = i;
            Thread thread = new Thread(() -> {
                for (int job = first; job < jobs; job += SUBMITTERS) {
                    contender.submit(job);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return System.nanoTime() - begin;
    }

    private static long rate(int jobs, long nanos) {
        return jobs * TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    private static void print(Map<String, List<Round>> all, OptionalLong floor) {
        List<Round> ours = all.getOrDefault(RUNNERS.get(0).name(), List.of());
        long ourJobs = median(ours.stream().mapToLong(Round::jobs).toArray());
        long ourSubmits = median(ours.stream().mapToLong(Round::submits).toArray());
        System.out.println("| | jobs/s | ours : it | submits/s | ours : it | WAL bytes a job run |");
        System.out.println("|---|--:|--:|--:|--:|--:|");
        all.forEach((name, rounds) -> {
            long jobs = median(rounds.stream().mapToLong(Round::jobs).toArray());
            long submits = median(rounds.stream().mapToLong(Round::submits).toArray());
            System.out.printf(
                    "| %s | %,d | %.1f | %,d | %.1f | %,d |%n",
                    name,
                    jobs,
                    (double) ourJobs / jobs,
                    submits,
                    (double) ourSubmits / submits,
                    median(rounds.stream().mapToLong(Round::logged).toArray()));
        });
        floor.ifPresentOrElse(
                inserts -> System.out.printf(
                        "| the server alone: one insert a commit (pgbench) | | | %,d | %.2f | |%n",
                        inserts, (double) ourSubmits / inserts),
                () -> System.out.println("| the server alone: no pgbench on the PATH | | | | | |"));
    }

    private static long median(long[] values) {
        return Machine.median(values);
    }
}
