package io.productsnap.benchmarks;

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
final class JobRunrContender implements Contender {

    private static final int THREADS = 16;

    /** The shortest that the open source edition takes. */
    private static final int POLL_SECONDS = 5;

    private final HikariDataSource pool;
    private final JobRequestScheduler scheduler;
    private final BackgroundJobServer server;

    JobRunrContender(Site site, IntConsumer handler) {
        pool = site.pool("jobrunr", "");
        PostgresStorageProvider storage = new PostgresStorageProvider(pool);
        Handler one = new Handler(handler);
        scheduler = JobRunr.configure()
                .useJobActivator(new JobActivator() {
                    @Override
                    public <T> T activateJob(Class<T> type) {
                        return type.cast(one);
                    }
                })
                .useStorageProvider(storage)
                .useBackgroundJobServer(
                        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                                .andWorkerCount(THREADS)
                                .andPollIntervalInSeconds(POLL_SECONDS),
                        false)
                .initialize()
                .getJobRequestScheduler();
        server = JobRunr.getBackgroundJobServer();
    }

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
