package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Task.Temper;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Draws what a customer wants next. */
record Needs(Habits habits, Duration lease, RandomGenerator random) {

    private static final int LONGEST_DELAY_MILLIS = 800;

    private boolean inPercent(int percent) {
        return random.nextInt(100) < percent;
    }

    boolean isAWish() {
        return inPercent(habits.wishes());
    }

    boolean insists() {
        return inPercent(25);
    }

    boolean nowAndThen() {
        return inPercent(33);
    }

    Optional<Duration> delay() {
        return inPercent(12) ? Optional.of(Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS))) : Optional.empty();
    }

    String key() {
        return Long.toHexString(random.nextLong());
    }

    <T> T anyOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    Order order(Owner owner) {
        JobId id = JobId.next(Instant.now(), random);
        return inPercent(habits.plain()) ? Order.ofNothing(id, owner) : Order.ofPhoto(id, owner, task());
    }

    /** Mostly short, so that there are many; some long enough to be killed in the middle, and some outlive a lease. */
    private Task task() {
        if (inPercent(habits.slow())) {
            // Done well at once: a round must not wait for its retries.
            return new Task(lease.plus(lease.dividedBy(2)), Temper.GOOD);
        }
        int millis = inPercent(85) ? random.nextInt(1, 30) : random.nextInt(100, 700);
        return new Task(Duration.ofMillis(millis), temper());
    }

    private Temper temper() {
        int percent = random.nextInt(100);
        if (percent < 80) {
            return Temper.GOOD;
        }
        if (percent < 90) {
            return Temper.FLAKY;
        }
        return percent < 95 ? Temper.HOPELESS : Temper.BROKEN;
    }
}
