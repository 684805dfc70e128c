package io.productsnap.benchmarks;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Engine;
import io.productsnap.core.job.JobKind;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.Outcome;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.QuotaPolicy.Period;
import io.productsnap.messaging.redis.Redis;
import io.productsnap.messaging.redis.RedisJobEvents;
import io.productsnap.messaging.redis.RedisLiveRuns;
import io.productsnap.messaging.redis.RedisSettings;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresJobStore;
import io.productsnap.persistence.postgres.PostgresSettings;
import io.productsnap.persistence.postgres.PostgresSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;

/** Ours as production has it: caps and quotas on, every event of every job published through Redis, and what runs
 * shown there. */
final class ProductSnapContender implements Contender {

    private static final JobKind KIND = new JobKind("nothing");
    private static final int OWNERS = 1_000;
    private static final int CAP = 3;
    private static final int THREADS = 128;

    private final Database database;
    private final PostgresSignals signals;
    private final Redis redis;
    private final Engine engine;

    ProductSnapContender(Site site, IntConsumer handler) {
        site.drop("productsnap");
        database = new Database(PostgresSettings.parse(site.postgresUrl()).withPoolSize(Site.CONNECTIONS));
        signals = new PostgresSignals(database.direct());
        redis = new Redis(RedisSettings.parse(site.redisUrl()));
        Migrations.ofEngine(database.direct()).apply();
        PostgresJobStore store = new PostgresJobStore(database.pooled());
        allow(store);
        engine = Engine.builder(store)
                .signals(signals)
                .events(new RedisJobEvents(redis))
                .liveRuns(new RedisLiveRuns(redis, Duration.ofSeconds(40)))
                .threads(THREADS)
                .handler(KIND, (claim, progress) -> {
                    handler.accept(Integer.parseInt(claim.spec().payload()));
                    return Outcome.produced("");
                })
                .build();
    }

    private static void allow(PostgresJobStore store) {
        Terms terms = new Terms("bench", CAP, 1, new QuotaPolicy(1_000_000, Period.MONTH, Instant.now()));
        for (int i = 0; i < OWNERS; i++) {
            store.allow(owner(i), new Allowance.Lasting(terms));
        }
    }

    private static Owner owner(int job) {
        return new Owner("owner " + job % OWNERS);
    }

    @Override
    public void submit(int job) {
        engine.submit(owner(job), new JobSpec(KIND, Integer.toString(job), ""));
    }

    @Override
    public void start() {
        signals.start();
        engine.start();
    }

    @Override
    public void close() {
        engine.close();
        signals.close();
        redis.close();
        database.close();
    }
}
