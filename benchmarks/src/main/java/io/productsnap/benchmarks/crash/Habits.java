package io.productsnap.benchmarks.crash;

import java.time.Duration;

/**
 * What customers are like in a round.
 *
 * @param wishes how much of what they do is to change their minds, in percent
 * @param slow how many of their photos take longer than a lease, in percent
 * @param plain how many of their jobs are no photos and take next to no time, in percent
 * @param queue with so many of their jobs waiting they do nothing, each
 * @param pause the longest they rest between two doings
 */
record Habits(int wishes, int slow, int plain, int queue, Duration pause) {

    /** Some of everything, and few enough jobs that a round soon comes to its end. */
    static final Habits USUAL = new Habits(10, 0, 0, 8, Duration.ofMillis(7));

    Habits withWishes(int percent) {
        return new Habits(percent, slow, plain, queue, pause);
    }

    /** Such a job outlives the freezing of its worker: it is under way elsewhere when that one wakes. */
    Habits withSlow(int percent) {
        return new Habits(wishes, percent, plain, queue, pause);
    }

    /** With nothing to wait for, settlements come in heaps, and workers meet at the lanes. */
    Habits inAHurry(int plainPercent, int longerQueue) {
        return new Habits(wishes, slow, plainPercent, longerQueue, Duration.ofMillis(1));
    }
}
