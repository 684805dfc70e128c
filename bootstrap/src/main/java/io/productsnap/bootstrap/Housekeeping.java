package io.productsnap.bootstrap;

import io.productsnap.core.job.MendLiveRuns;
import io.productsnap.core.photo.ForgetOldPhotos;
import io.productsnap.core.signal.Duties;
import io.productsnap.core.signal.Duties.Duty;
import io.productsnap.core.signal.Repeater;
import io.productsnap.persistence.postgres.PostgresEndedJobs;
import io.productsnap.persistence.postgres.PostgresSessionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done now and then, by one of the processes that run jobs. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** How late a duty may be begun. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(2);

    /** Each is a matter of seconds: whoever is at one for so long is dead, or as good as dead. */
    private static final Duration HOLD = Duration.ofMinutes(10);

    private static final Duration HOURLY = Duration.ofHours(1);

    private final Duties duties;
    private final Clock clock;
    private final List<Chore> chores;

    private record Chore(Duty duty, Runnable work) {
        static Chore every(Duration time, String name, Runnable work) {
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
        this.chores = List.of(
                Chore.every(HOURLY, "forget expired sessions", () -> {
                    int forgotten = sessions.forgetExpired(clock.instant());
                    LOG.debug("{} expired sessions are forgotten", forgotten);
                }),
                Chore.every(HOURLY, "forget old jobs", () -> {
                    int forgotten = old.forgetAll();
                    LOG.info("{} jobs whose time is over are forgotten, with their files", forgotten);
                }),
                Chore.every(settings.counters().every(), "mend the live view", mending::mend));
    }

    Repeater repeater() {
        return new Repeater("productsnap-housekeeping", LOOK_EVERY, () -> chores.forEach(this::perform));
    }

    /** One that fails is tried again at the next look, and keeps nobody from the others. */
    private void perform(Chore chore) {
        try {
            duties.perform(chore.duty(), clock.instant(), chore.work());
        } catch (RuntimeException failed) {
            LOG.warn("\"{}\" failed; it is tried again", chore.duty().name(), failed);
        }
    }
}
