package io.productsnap.benchmarks.crash;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something that goes wrong in the middle of a burst of jobs.
 *
 * @param habits what customers are like meanwhile
 * @param harm is done once customers and workers are at it; when it returns the burst may end
 */
record Scenario(String name, Habits habits, Consumer<Stage> harm) {

    /** SIGKILL in the middle of jobs. Another process comes in its place, others take over what it had. */
    static final Scenario WORKER_KILLED = new Scenario("worker killed", Habits.USUAL, stage -> {
        stage.busiest().kill();
        stage.crew().start();
        Patience.rest(stage.crew().lease());
        stage.goOn();
    });

    /** SIGSTOP for twice the lease, then SIGCONT: it comes back in the middle of jobs that are others' by now. */
    static final Scenario WORKER_FROZEN = new Scenario("worker frozen", Habits.USUAL.withSlow(3), stage -> {
        Hand zombie = stage.busiest();
        zombie.freeze();
        Patience.rest(stage.crew().lease().multipliedBy(2));
        zombie.thaw();
        stage.goOn();
    });

    /** It runs, and cannot reach Postgres for twice the lease: it must stop by itself, before others take over. */
    static final Scenario WORKER_CUT_OFF = new Scenario("worker cut off", Habits.USUAL.withSlow(3), stage -> {
        Hand alone = stage.busiest();
        alone.cutOff();
        Patience.rest(stage.crew().lease().multipliedBy(2));
        alone.reconnect();
        stage.goOn();
    });

    /** As operators do it: every session is cut off. */
    static final Scenario POSTGRES_RESTARTED = new Scenario("Postgres restarted", Habits.USUAL, stage -> {
        stage.ground().restartPostgres();
        stage.goOn();
    });

    /** As a power cut does it: it recovers from its log. */
    static final Scenario POSTGRES_KILLED = new Scenario("Postgres killed", Habits.USUAL, stage -> {
        stage.ground().crashPostgres();
        stage.goOn();
    });

    /** FLUSHALL: the live view is gone, and what runs is not in it. */
    static final Scenario REDIS_EMPTIED = new Scenario("Redis emptied", Habits.USUAL, stage -> {
        stage.ground().emptyRedis();
        stage.goOn();
    });

    /** Redis is gone for a while. Jobs flow on. */
    static final Scenario REDIS_STOPPED = new Scenario("Redis stopped", Habits.USUAL, stage -> {
        stage.ground().stopRedis();
        stage.goOn();
        stage.ground().startRedis();
        stage.goOn();
    });

    /** Nothing goes wrong, but that owners change their minds all the time: cancel, have it done again, remove. */
    static final Scenario SECOND_THOUGHTS = new Scenario("second thoughts", Habits.USUAL.withWishes(50), stage -> {
        for (int i = 0; i < 5; i++) {
            stage.goOn();
        }
    });

    /** Workers cannot reach the photo store: jobs fail, try again, and some are given up and not charged. */
    static Scenario photosAway(Duration time) {
        return new Scenario("photo store away", Habits.USUAL, stage -> {
            stage.ground().photosAway(true);
            Patience.rest(time);
            stage.ground().photosAway(false);
            stage.goOn();
        });
    }

    /** All there are. */
    static List<Scenario> all(Duration withoutPhotos, Duration ofHammering) {
        return List.of(
                WORKER_KILLED,
                WORKER_FROZEN,
                WORKER_CUT_OFF,
                POSTGRES_RESTARTED,
                POSTGRES_KILLED,
                REDIS_EMPTIED,
                REDIS_STOPPED,
                photosAway(withoutPhotos),
                SECOND_THOUGHTS,
                Hammer.scenario(ofHammering));
    }

    @Override
    public String toString() {
        return name;
    }
}
