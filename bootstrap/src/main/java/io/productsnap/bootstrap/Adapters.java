package io.productsnap.bootstrap;

import io.productsnap.bootstrap.metrics.Metrics;
import io.productsnap.core.inmemory.InMemoryRateLimiter;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobEvents;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.LiveRuns;
import io.productsnap.core.limit.RateLimiter;
import io.productsnap.core.signal.Duties;
import io.productsnap.imaging.decode.PixelSlots;
import io.productsnap.messaging.redis.Redis;
import io.productsnap.messaging.redis.RedisJobEvents;
import io.productsnap.messaging.redis.RedisRateLimiter;
import io.productsnap.messaging.smtp.SmtpMailer;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.PostgresClock;
import io.productsnap.persistence.postgres.PostgresDuties;
import io.productsnap.persistence.postgres.PostgresJobCensus;
import io.productsnap.persistence.postgres.PostgresJobStore;
import io.productsnap.persistence.postgres.PostgresSignals;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The adapters of one process: opened in order, closed in reverse. */
record Adapters(
        Database database,
        Redis redis,
        SmtpMailer mailer,
        Stores photos,
        JobStore jobs,
        JobEvents events,
        LiveRuns live,
        JobCensus census,
        Duties duties,
        PostgresSignals signals,
        RateLimiter limiter,
        PixelSlots pixels,
        Afterwards afterwards,
        PostgresClock clock,
        RandomGenerator random) {

    static Adapters open(Settings settings, Metrics metrics, Closing closing) {
        Settings.Servers servers = settings.servers();
        Database database = closing.opened(new Database(servers.postgres(), metrics.statements(), metrics.pools()));
        PostgresClock clock = new PostgresClock(database.pooled(), Clock.systemUTC());
        Redis redis = closing.opened(new Redis(servers.redis()));
        return new Adapters(
                database,
                redis,
                new SmtpMailer(servers.smtp(), clock),
                Stores.open(settings, settings.backEnd(), clock, closing),
                new PostgresJobStore(database.pooled()),
                new RedisJobEvents(redis),
                Counters.live(redis, settings.engine().stale()),
                new PostgresJobCensus(database.pooled()),
                new PostgresDuties(database.pooled()),
                closing.opened(new PostgresSignals(database.direct())),
                new RedisRateLimiter(redis, new InMemoryRateLimiter(clock)),
                PixelSlots.onePerCore(),
                closing.opened(new Afterwards()),
                clock,
                new SecureRandom());
    }
}
