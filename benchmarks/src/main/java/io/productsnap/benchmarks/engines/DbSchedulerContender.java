package io.productsnap.benchmarks.engines;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;

/**
 * db-scheduler, with the polling strategy that its README ("Polling strategies") has for many executions a second, and
 * immediate execution ("Configuration"), which tells its own process of a new job; other processes poll.
 *
 * @param poll how often it looks for what is due; 10 s is its default
 */
record DbSchedulerContender(String name, Duration poll) implements Contender {

    private static final int THREADS = 20;
    private static final String SCHEMA = "db_scheduler";

    /** As its README ("Getting started") links it: postgresql_tables.sql. */
    private static final String TABLES = """
            create table db_scheduler.scheduled_tasks (
              task_name text not null,
              task_instance text not null,
              task_data bytea,
              execution_time timestamp with time zone not null,
              picked boolean not null,
              picked_by text,
              last_success timestamp with time zone,
              last_failure timestamp with time zone,
              consecutive_failures int,
              last_heartbeat timestamp with time zone,
              version bigint not null,
              priority smallint,
              primary key (task_name, task_instance)
            );
            create index execution_time_idx on db_scheduler.scheduled_tasks (execution_time);
            create index last_heartbeat_idx on db_scheduler.scheduled_tasks (last_heartbeat);
            create index priority_execution_time_idx
                on db_scheduler.scheduled_tasks (priority desc, execution_time asc)
            """;

    @Override
    public void prepare(Site site, Load load) {
        site.empty(SCHEMA);
        site.run(TABLES);
    }

    @Override
    public Node join(Site site, Load load, IntConsumer handler) {
        HikariDataSource pool = site.pool(SCHEMA);
        OneTimeTask<Void> task = Tasks.oneTime("nothing")
                .execute((instance, context) -> handler.accept(Integer.parseInt(instance.getId())));
        Scheduler scheduler = Scheduler.create(pool, task)
                .threads(THREADS)
                .pollUsingLockAndFetch(4.0, 20.0)
                .pollingInterval(poll)
                .enableImmediateExecution()
                .build();
        return new Joined(pool, task, scheduler);
    }

    private record Joined(HikariDataSource pool, OneTimeTask<Void> task, Scheduler scheduler) implements Node {

        @Override
        public void submit(int job) {
            scheduler.schedule(task.instance(Integer.toString(job)), Instant.now());
        }

        @Override
        public void start() {
            scheduler.start();
        }

        @Override
        public void close() {
            scheduler.stop();
            pool.close();
        }
    }
}
