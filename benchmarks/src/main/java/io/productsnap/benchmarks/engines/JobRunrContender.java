package io.productsnap.benchmarks.engines;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.IntConsumer;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/**
 * JobRunr, the open source edition, by its fluent API (its documentation, "Configuration", "Fluent API"), with job
 * requests, which need no analysis of a lambda ("Background methods", "Enqueueing jobs").
 */
record JobRunrContender(String name, int workers) implements Contender {

    private static final String SCHEMA = "jobrunr";

    /** The shortest that the open source edition takes. */
    private static final int POLL_SECONDS = 5;

    @Override
    public void prepare(Site site, Load load) {
        site.empty(SCHEMA);
        try (HikariDataSource pool = site.pool(SCHEMA);
                PostgresStorageProvider making = new PostgresStorageProvider(pool)) {
            making.getJobStats();
        }
    }

    @Override
    public Node join(Site site, Load load, IntConsumer handler) {
        HikariDataSource pool = site.pool(SCHEMA);
        JobRequestScheduler scheduler = JobRunr.configure()
                .useJobActivator(only(new Handler(handler)))
                .useStorageProvider(new PostgresStorageProvider(pool))
                .useBackgroundJobServer(
                        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                                .andWorkerCount(workers)
                                .andPollIntervalInSeconds(POLL_SECONDS),
                        false)
                .initialize()
                .getJobRequestScheduler();
        return new Joined(pool, scheduler, JobRunr.getBackgroundJobServer());
    }

    private static JobActivator only(Handler handler) {
        return new JobActivator() {
            @Override
            public <T> T activateJob(Class<T> type) {
                return type.cast(handler);
            }
        };
    }

    private record Joined(HikariDataSource pool, JobRequestScheduler scheduler, BackgroundJobServer server)
            implements Node {

        @Override
        public void submit(int job) {
            scheduler.enqueue(new Nothing(job));
        }

        @Override
        public void start() {
            server.start();
        }

        @Override
        public void close() {
            JobRunr.destroy();
            pool.close();
        }
    }

    /** Public: its name is all that is stored of it. */
    public record Nothing(int job) implements JobRequest {
        @Override
        public Class<Handler> getJobRequestHandler() {
            return Handler.class;
        }
    }

    /** Public for the same reason. */
    public record Handler(IntConsumer jobs) implements JobRequestHandler<Nothing> {
        @Override
        public void run(Nothing request) {
            jobs.accept(request.job());
        }
    }
}
