package io.productsnap.benchmarks.engines;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
 *
 * @param poll how long it waits, when idle, before it looks again; 30 s is its default, less than 1 s it does not take
 */
record QuartzContender(String name, Duration poll) implements Contender {

    private static final String SCHEMA = "quartz";
    private static final String THREADS = "20";
    private static final JobDetail JOB =
            JobBuilder.newJob(Job.class).withIdentity("nothing").storeDurably().build();

    @Override
    public void prepare(Site site, Load load) {
        site.empty(SCHEMA);
        try (HikariDataSource pool = site.pool(SCHEMA);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                InputStream script = JobStoreTX.class.getResourceAsStream("tables_postgres.sql")) {
            if (script == null) {
                throw new IllegalStateException("Quartz comes without its tables");
            }
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException | IOException unmade) {
            throw new IllegalStateException(unmade);
        }
    }

    @Override
    public Node join(Site site, Load load, IntConsumer handler) {
        HikariDataSource pool = site.pool(SCHEMA);
        DBConnectionManager.getInstance().addConnectionProvider("pool", new Pooled(pool));
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings()).getScheduler();
            scheduler.setJobFactory((bundle, ignored) -> context ->
                    handler.accept(Integer.parseInt(bundle.getTrigger().getKey().getName())));
            scheduler.addJob(JOB, true);
            return new Joined(pool, scheduler);
        } catch (SchedulerException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "benchmark");
        settings.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        settings.setProperty("org.quartz.scheduler.idleWaitTime", Long.toString(poll.toMillis()));
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

    private record Joined(HikariDataSource pool, Scheduler scheduler) implements Node {

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
    }

    private record Pooled(HikariDataSource pool) implements ConnectionProvider {

        @Override
        public Connection getConnection() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public void shutdown() {
            // Whoever opened it closes it.
        }

        @Override
        public void initialize() {
            // It is.
        }
    }
}
