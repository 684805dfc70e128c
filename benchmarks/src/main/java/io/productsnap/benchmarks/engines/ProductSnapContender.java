package io.productsnap.benchmarks.engines;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Engine;
import io.productsnap.core.job.EngineSettings;
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

/** Ours as production has it: caps and quotas on, each event of each job published through Redis, and what runs shown there. */
record ProductSnapContender(String name) implements Contender {

    private static final JobKind KIND = new JobKind("nothing");
    private static final int THREADS = 128;

    /** As the program's own default: it listens, and polls only to be safe. */
    private static final Duration POLL = Duration.ofSeconds(15);

    private static final Duration IN_VIEW = Duration.ofSeconds(40);

    @Override
    public void prepare(Site site, Load load) {
        site.drop("productsnap");
        try (Database database = database(site)) {
            Migrations.ofEngine(database.direct()).apply();
            PostgresJobStore store = new PostgresJobStore(database.pooled());
            Terms terms = new Terms("bench", load.cap(), 1, new QuotaPolicy(10_000_000, Period.MONTH, Instant.now()));
            load.everyone().parallelStream()
                    .forEach(owner -> store.allow(new Owner(owner), new Allowance.Lasting(terms)));
        }
    }

    @Override
    public Node join(Site site, Load load, IntConsumer handler) {
        Database database = database(site);
        PostgresSignals signals = new PostgresSignals(database.direct());
        Redis redis = new Redis(RedisSettings.parse(site.redisUrl()));
        Engine engine = Engine.builder(new PostgresJobStore(database.pooled()))
                .settings(EngineSettings.DEFAULT.withThreads(THREADS).withPoll(POLL))
                .signals(signals)
                .events(new RedisJobEvents(redis))
                .liveRuns(new RedisLiveRuns(redis, IN_VIEW))
                .handler(KIND, (claim, progress) -> {
                    handler.accept(Integer.parseInt(claim.spec().payload()));
                    return Outcome.produced("");
                })
                .build();
        return new Joined(load, database, signals, redis, engine);
    }

    private record Joined(Load load, Database database, PostgresSignals signals, Redis redis, Engine engine)
            implements Node {

        @Override
        public void submit(int job) {
            engine.submit(new Owner(load.owner(job)), new JobSpec(KIND, Integer.toString(job), ""));
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

    private static Database database(Site site) {
        return new Database(PostgresSettings.parse(site.postgresUrl()).withPoolSize(Site.CONNECTIONS));
    }
}
