package io.productsnap.benchmarks;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Engine;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobHandler;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.Outcome;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.QuotaPolicy.Period;
import io.productsnap.embedded.LocalPostgres;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresJobStore;
import io.productsnap.persistence.postgres.PostgresSettings;
import io.productsnap.persistence.postgres.PostgresSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Jobs that do nothing, with caps and quotas on: how many are taken in, and how many are run, in a second. */
final class BurnDown {

    private static final JobKind KIND = new JobKind("nothing");
    private static final int OWNERS = 1_000;
    private static final int SUBMITTERS = 8;
    private static final int THREADS = 64;

    private BurnDown() {}

    static void measure(int jobs, int rounds) throws IOException, InterruptedException {
        try (LocalPostgres postgres =
                        LocalPostgres.start(Files.createTempDirectory("productsnap-burn-down"), BurnDown::lost);
                Database database = new Database(PostgresSettings.parse(postgres.url()));
                PostgresSignals signals = new PostgresSignals(database.direct())) {
            Migrations.ofEngine(database.direct()).apply();
            signals.start();
            PostgresJobStore store = new PostgresJobStore(database.pooled());
            allow(store);
            long[] submitted = new long[rounds];
            long[] run = new long[rounds];
            for (int round = 0; round < rounds; round++) {
                submitted[round] = rate(jobs, submit(store, jobs));
                run[round] = rate(jobs, run(store, signals, jobs));
            }
            System.out.printf(
                    "%d jobs of %d owners at cap 3, median of %d rounds (%s)%n| submits/s | jobs/s |%n|--:|--:|%n| %d | %d |%n",
                    jobs, OWNERS, rounds, Machine.described(), Machine.median(submitted), Machine.median(run));
        }
    }

    private static void lost(RuntimeException why) {
        throw why;
    }

    private static long rate(int jobs, long nanos) {
        return jobs * TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    private static Owner owner(int number) {
        return new Owner("owner " + number % OWNERS);
    }

    private static void allow(PostgresJobStore store) {
        Terms terms = new Terms("bench", 3, 1, new QuotaPolicy(1_000_000, Period.MONTH, Instant.now()));
        for (int i = 0; i < OWNERS; i++) {
            store.allow(owner(i), new Allowance.Lasting(terms));
        }
    }

    private static long submit(PostgresJobStore store, int jobs) throws InterruptedException {
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < SUBMITTERS; i++) {
            int first = i;
            Thread thread = new Thread(() -> {
                for (int job = first; job < jobs; job += SUBMITTERS) {
                    Instant now = Instant.now();
                    JobId id = JobId.next(now, ThreadLocalRandom.current());
                    store.admit(new JobRequest(id, owner(job), new JobSpec(KIND, "", ""), Idempotency.none()), now);
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

    private static long run(PostgresJobStore store, PostgresSignals signals, int jobs) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(jobs);
        JobHandler handler = (claim, progress) -> {
            left.countDown();
            return Outcome.produced("");
        };
        long begin = System.nanoTime();
        try (Engine engine = Engine.builder(store)
                .signals(signals)
                .threads(THREADS)
                .handler(KIND, handler)
                .build()) {
            engine.start();
            left.await();
        }
        return System.nanoTime() - begin;
    }
}
