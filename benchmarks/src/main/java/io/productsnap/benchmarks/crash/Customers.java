package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.QuotaPolicy.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The customers of one round, at it until they are sent home. */
final class Customers implements AutoCloseable {

    private static final int OWNERS = 12;
    private static final int THREADS = 6;

    /** So that an owner or two use up theirs in a longer round, and are given some of it back. */
    private static final int SMALL_QUOTA = 60;

    private static final int AMPLE_QUOTA = 1_000_000;

    private final Office office;
    private final Ledger ledger = new Ledger();
    private final Habits habits;
    private final Duration lease;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    private Customers(Office office, Habits habits, Duration lease) {
        this.office = office;
        this.habits = habits;
        this.lease = lease;
    }

    static Customers welcome(Office office, Habits habits, Duration lease) {
        Customers customers = new Customers(office, habits, lease);
        String round = UUID.randomUUID().toString().substring(0, 8);
        List<Owner> owners = new ArrayList<>();
        for (int i = 0; i < OWNERS; i++) {
            Owner owner = new Owner(round + "-" + i);
            customers.allow(owner, i);
            owners.add(owner);
        }
        for (int i = 0; i < THREADS; i++) {
            customers.start(owners.subList(i * OWNERS / THREADS, (i + 1) * OWNERS / THREADS));
        }
        return customers;
    }

    private void allow(Owner owner, int number) {
        int quota = number % 4 == 3 ? SMALL_QUOTA : AMPLE_QUOTA;
        int weight = number % 3 == 0 ? 4 : 1;
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        Terms terms = new Terms("crash", 1 + number % 5, weight, new QuotaPolicy(quota, Period.TOTAL, begin));
        office.jobs().allow(owner, new Allowance.Lasting(terms));
        ledger.welcome(owner, terms);
    }

    private void start(List<Owner> owners) {
        Thread thread = new Thread(() -> visit(owners), "customers");
        thread.setUncaughtExceptionHandler((which, why) -> ledger.failed(why));
        thread.start();
        threads.add(thread);
    }

    private void visit(List<Owner> owners) {
        RandomGenerator random = new SplittableRandom();
        List<Customer> customers = owners.stream()
                .map(owner -> new Customer(owner, office, ledger, new Needs(habits, lease, random)))
                .toList();
        while (open) {
            customers.get(random.nextInt(customers.size())).visit();
            Patience.rest(Duration.ofNanos(random.nextLong(habits.pause().toNanos())));
        }
    }

    Ledger ledger() {
        return ledger;
    }

    /** Returns when all have had their last answer. */
    @Override
    public void close() {
        open = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }
}
