package io.productsnap.bootstrap;

import io.productsnap.core.job.LiveRuns;
import io.productsnap.core.job.MendLiveRuns;
import io.productsnap.core.job.MendLiveRuns.Count;
import io.productsnap.core.policy.CounterPolicy;
import io.productsnap.core.policy.StalePolicy;
import io.productsnap.messaging.redis.Redis;
import io.productsnap.messaging.redis.RedisLiveRuns;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresClock;
import io.productsnap.persistence.postgres.PostgresJobCensus;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Shows an operator how many jobs each user runs, as the live view has it and as it is. */
final class Counters {

    /** A run that no beat confirms for two leases has no worker any more. */
    private static final int LEASES = 2;

    private Counters() {}

    /** The view that the processes share. */
    static LiveRuns live(Redis redis, StalePolicy stale) {
        Duration memory = stale.lease().multipliedBy(LEASES);
        return new RedisLiveRuns(redis, memory);
    }

    static void show(Map<String, String> values, boolean mend, PrintWriter out) {
        Settings.Counted settings = Settings.readCounted(values);
        try (Database database = new Database(settings.postgres());
                Redis redis = new Redis(settings.redis())) {
            database.check();
            Migrations.ofProductSnap(database.direct()).check();
            redis.check();
            PostgresClock clock = new PostgresClock(database.pooled(), Clock.systemUTC());
            clock.measure();
            CounterPolicy policy = settings.counters().policy();
            MendLiveRuns mending = new MendLiveRuns(
                    live(redis, settings.stale()), new PostgresJobCensus(database.pooled()), policy, clock);
            List<Count> counts = mending.compare();
            counts.forEach(count -> out.println(line(count)));
            out.println(mend ? mended(mending.mend()) : summary(counts));
        }
    }

    private static String line(Count count) {
        return "%s: %d in view, %d running%s"
                .formatted(
                        count.owner(),
                        count.inView(),
                        count.running(),
                        count.mend().isNothing() ? "" : ", to be mended");
    }

    private static String summary(List<Count> counts) {
        long wrong = counts.stream().filter(count -> !count.mend().isNothing()).count();
        return wrong == 0 ? "All counts are right, or too young to judge." : wrong + " to be mended: --mend does it.";
    }

    private static String mended(List<Count> wrong) {
        return wrong.isEmpty() ? "There was nothing to mend." : wrong.size() + " mended.";
    }
}
