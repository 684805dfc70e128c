package io.productsnap.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.IntConsumer;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz, clustered, in batches (its documentation, "Configuration Reference": "Configure Main Scheduler Settings",
 * "Configure JDBC-JobStoreTX", "Configure Clustering"). All share one durable job, so that each is a trigger and no more:
 * the cheapest way it has.
 */
final class QuartzContender implements Contender {

    private static final String THREADS = "20";
    private static final JobDetail JOB =
            JobBuilder.newJob(Job.class).withIdentity("nothing").storeDurably().build();

    private final HikariDataSource pool;
    private final Scheduler scheduler;

    QuartzContender(Site site, IntConsumer handler) {
        pool = site.pool("quartz", tables());
        DBConnectionManager.getInstance().addConnectionProvider("pool", new Pooled(pool));
        try {
            scheduler = new StdSchedulerFactory(settings()).getScheduler();
            scheduler.setJobFactory((bundle, ignored) -> context ->
                    handler.accept(Integer.parseInt(bundle.getTrigger().getKey().getName())));
            scheduler.addJob(JOB, true);
        } catch (SchedulerException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static String tables() {
        try (InputStream script = JobStoreTX.class.getResourceAsStream("tables_postgres.sql")) {
            if (script == null) {
                throw new IllegalStateException("Quartz comes without its tables");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new IllegalStateException(unread);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "benchmark");
        settings.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        settings.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", THREADS);
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", THREADS);
        settings.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        settings.setProperty("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        settings.setProperty("org.quartz.jobStore.dataSource", "pool");
        settings.setProperty("org.quartz.jobStore.isClustered", "true");
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        // What waits for more than a minute would be misfired, and cost it more.
        settings.setProperty("org.quartz.jobStore.misfireThreshold", "3600000");
        return settings;
    }

    @Override
    public void submit(int job) {
        try {
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .withIdentity(Integer.toString(job))
                    .forJob(JOB)
                    .startNow()
                    .build());
        } catch (SchedulerException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException refused) {
            throw new IllegalStateException(refused);
        } finally {
            pool.close();
        }
    }

    private record Pooled(HikariDataSource pool) implements ConnectionProvider {

        @Override
        public Connection getConnection() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public void shutdown() {
            pool.close();
        }

        @Override
        public void initialize() {
            // It is.
        }
    }
}
