package io.productsnap.bootstrap;

import io.productsnap.core.account.ClearClosedAccounts;
import io.productsnap.core.job.EngineListener;
import io.productsnap.core.job.MendLiveRuns;
import io.productsnap.core.photo.CollectOrphans;
import io.productsnap.core.photo.CollectOrphans.Walk;
import io.productsnap.core.photo.ForgetOldPhotos;
import io.productsnap.core.signal.Duties;
import io.productsnap.core.signal.Repeater;
import io.productsnap.persistence.postgres.PostgresAccountStore;
import io.productsnap.persistence.postgres.PostgresEndedJobs;
import io.productsnap.persistence.postgres.PostgresMailOutbox;
import io.productsnap.persistence.postgres.PostgresSessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done now and then, by one of the processes that run jobs. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** How late a duty may be begun. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(2);

    /** For a walk through all files, however many: the next turn goes on where this one ends. Other duties wait for it. */
    private static final Duration TURN = Duration.ofMinutes(1);

    /** Whoever has closed an account waits for it, though nobody looks. */
    private static final Duration CLEAR_EVERY = Duration.ofMinutes(10);

    private final Settings settings;
    private final Adapters adapters;
    private final Duties duties;
    private final Clock clock;
    private final EngineListener listener;

    /** @param listener is told of what failed, and of what was mended */
    Housekeeping(Settings settings, Adapters adapters, EngineListener listener) {
        this.settings = settings;
        this.adapters = adapters;
        this.duties = adapters.duties();
        this.clock = adapters.clock();
        this.listener = listener;
    }

    Repeater repeater() {
        List<Chore> chores = chores();
        return new Repeater("productsnap-housekeeping", LOOK_EVERY, () -> chores.forEach(this::perform));
    }

    private List<Chore> chores() {
        DataSource database = adapters.database().pooled();
        PostgresSessionStore sessions = new PostgresSessionStore(database);
        PostgresAccountStore accounts = new PostgresAccountStore(database);
        PostgresMailOutbox outbox = new PostgresMailOutbox(database);
        ForgetOldPhotos old = new ForgetOldPhotos(
                new PostgresEndedJobs(database),
                adapters.photos().store(),
                settings.keeping().jobs(),
                clock);
        MendLiveRuns mending = new MendLiveRuns(
                adapters.live(), adapters.census(), settings.counters().policy(), clock, listener);
        CollectOrphans orphans = new CollectOrphans(
                adapters.photos().store(), adapters.census(), settings.orphans().policy(), clock);
        ClearClosedAccounts closed = CredentialWiring.clearing(adapters);
        return List.of(
                Chore.hourly("forget expired sessions", () -> sessions.forgetExpired(clock.instant())),
                Chore.hourly("forget ended sessions", () -> sessions.forgetEnded(endedLongAgo())),
                Chore.hourly("forget expired links", () -> accounts.forgetExpiredLinks(clock.instant())),
                Chore.hourly(
                        "forget old mails",
                        () -> outbox.forgetSettled(
                                clock.instant().minus(settings.keeping().mails()))),
                Chore.hourly("forget old jobs", old::forgetAll),
                Chore.every(CLEAR_EVERY, "clear closed accounts", closed::clearAll),
                Chore.every(settings.counters().every(), "mend the live view", mending::mend),
                Chore.inTurns(settings.orphans().every(), "collect orphans", place -> collect(orphans, place)));
    }

    /** Nobody remembers what was ended before that: the access tokens are dead by themselves. */
    private Instant endedLongAgo() {
        return clock.instant().minus(settings.sessions().accessLife()).minus(Duration.ofHours(1));
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

    /** One that fails is tried again at the next look, and keeps nobody from the others. */
    private void perform(Chore chore) {
        try {
            duties.performFrom(chore.duty(), clock.instant(), chore.work());
        } catch (RuntimeException failed) {
            LOG.warn("\"{}\" failed; it is tried again", chore.duty().name(), failed);
            listener.troubled(chore.duty().name(), failed);
        }
    }
}
