package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Engine;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobQuery.Offset;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.LiveRuns;
import io.productsnap.core.job.Owner;
import io.productsnap.core.photo.PhotoOrder;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.RemovePhoto;
import io.productsnap.core.policy.Unavailable;
import io.productsnap.messaging.redis.Redis;
import io.productsnap.messaging.redis.RedisJobEvents;
import io.productsnap.messaging.redis.RedisLiveRuns;
import io.productsnap.messaging.redis.RedisSettings;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.PostgresJobCensus;
import io.productsnap.persistence.postgres.PostgresJobStore;
import io.productsnap.persistence.postgres.PostgresMailOutbox;
import io.productsnap.persistence.postgres.PostgresSettings;
import java.time.Duration;
import java.util.Optional;

/** The process that customers talk to: it takes jobs in and runs none. Thread-safe. */
final class Office implements AutoCloseable {

    private final Database database;
    private final Redis redis;
    private final JobStore jobs;
    private final JobCensus census;
    private final LiveRuns live;
    private final PhotoStore photos;
    private final Engine engine;

    Office(Ground ground, Duration lease) {
        this.database = new Database(PostgresSettings.parse(ground.postgresUrl()));
        this.redis = new Redis(RedisSettings.parse(ground.redisUrl()));
        this.jobs = new PostgresJobStore(database.pooled());
        this.census = new PostgresJobCensus(database.pooled());
        this.live = new RedisLiveRuns(redis, lease.multipliedBy(2));
        this.photos = ground.place().photos();
        this.engine = Engine.builder(jobs).events(new RedisJobEvents(redis)).build();
    }

    Engine engine() {
        return engine;
    }

    JobStore jobs() {
        return jobs;
    }

    JobCensus census() {
        return census;
    }

    LiveRuns live() {
        return live;
    }

    /** Always there: what workers miss of it is not the customers' matter. */
    PhotoStore photos() {
        return photos;
    }

    /** With its files, if it is a photo. */
    boolean remove(Job job) {
        return job.spec().kind().equals(PhotoOrder.KIND)
                ? new RemovePhoto(jobs, photos).remove(job.owner(), job.id())
                : jobs.remove(job.owner(), job.id()).isPresent();
    }

    Receipts receipts() {
        return new Receipts(new PostgresMailOutbox(database.pooled()));
    }

    Tables tables() {
        return new Tables(database.pooled());
    }

    /** Whether so many of an owner's jobs wait. */
    boolean areWaiting(int jobs, Owner owner) {
        JobQuery waiting = new JobQuery(Optional.of(JobStatus.QUEUED), new Offset(0), jobs);
        return this.jobs.list(owner, waiting).jobs().size() == jobs;
    }

    /** Whether all jobs have come to their end; no when nobody can tell. */
    boolean isDone() {
        try {
            return tables().unfinished().isEmpty();
        } catch (Unavailable away) {
            return false;
        }
    }

    @Override
    public void close() {
        engine.close();
        redis.close();
        database.close();
    }
}
