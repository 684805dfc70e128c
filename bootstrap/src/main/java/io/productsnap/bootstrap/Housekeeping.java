package io.productsnap.bootstrap;

import io.productsnap.core.job.MendLiveRuns;
import io.productsnap.core.photo.CollectOrphans;
import io.productsnap.core.photo.CollectOrphans.Walk;
import io.productsnap.core.photo.ForgetOldPhotos;
import io.productsnap.core.signal.Duties;
import io.productsnap.core.signal.Duties.Duty;
import io.productsnap.core.signal.Repeater;
import io.productsnap.persistence.postgres.PostgresEndedJobs;
import io.productsnap.persistence.postgres.PostgresSessionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done now and then, by one of the processes that run jobs. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** How late a duty may be begun. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(2);

    /** Each is a matter of seconds, or of one turn: whoever is at one for so long is dead, or as good as dead. */
    private static final Duration HOLD = Duration.ofMinutes(10);

    private static final Duration HOURLY = Duration.ofHours(1);

    /** For a walk through all files, however many: the next turn goes on where this one ends. Other duties wait for it. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private final Duties duties;
    private final Clock clock;
    private final List<Chore> chores;

    /** @param work given where the turn before has ended; answers with where it ends itself */
    private record Chore(Duty duty, UnaryOperator<String> work) {
        static Chore every(Duration time, String name, Runnable work) {
            return inTurns(time, name, place -> {
                work.run();
                return place;
            });
        }

        static Chore inTurns(Duration time, String name, UnaryOperator<String> work) {
            return new Chore(new Duty(name, time, HOLD), work);
        }
    }

    Housekeeping(Settings settings, Adapters adapters) {
        this.duties = adapters.duties();
        this.clock = adapters.clock();
        PostgresSessionStore sessions =
                new PostgresSessionStore(adapters.database().pooled());
        MendLiveRuns mending = new MendLiveRuns(
                adapters.live(), adapters.census(), settings.counters().policy(), clock);
        ForgetOldPhotos old = new ForgetOldPhotos(
                new PostgresEndedJobs(adapters.database().pooled()),
                adapters.photos().store(),
                settings.retention(),
                clock);
        CollectOrphans orphans = new CollectOrphans(
                adapters.photos().store(), adapters.census(), settings.orphans().policy(), clock);
        this.chores = List.of(
                Chore.every(HOURLY, "forget expired sessions", () -> {
                    int forgotten = sessions.forgetExpired(clock.instant());
                    LOG.debug("{} expired sessions are forgotten", forgotten);
                }),
                Chore.every(HOURLY, "forget old jobs", () -> {
                    int forgotten = old.forgetAll();
                    LOG.info("{} jobs whose time is over are forgotten, with their files", forgotten);
                }),
                Chore.every(settings.counters().every(), "mend the live view", mending::mend),
                Chore.inTurns(settings.orphans().every(), "collect orphans", place -> collect(orphans, place)));
    }

    private String collect(CollectOrphans orphans, String from) {
        Walk walk = orphans.collect(from, clock.instant().plus(TURN));
        LOG.info(
                "of {} files, {} belonged to no job and are removed, {} are not ours by their names; {}",
                walk.files(),
                walk.orphans(),
                walk.strange(),
                walk.next().isEmpty() ? "these were the last" : "the next turn goes on after " + walk.next());
        return walk.next();
    }

    Repeater repeater() {
        return new Repeater("productsnap-housekeeping", LOOK_EVERY, () -> chores.forEach(this::perform));
    }

    /** One that fails is tried again at the next look, and keeps nobody from the others. */
    private void perform(Chore chore) {
        try {
            duties.performFrom(chore.duty(), clock.instant(), chore.work());
        } catch (RuntimeException failed) {
            LOG.warn("\"{}\" failed; it is tried again", chore.duty().name(), failed);
        }
    }
}
