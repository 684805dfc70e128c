package io.productsnap.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.function.IntConsumer;

/** db-scheduler, with the polling strategy that its README ("Polling strategies") has for many executions a second. */
final class DbSchedulerContender implements Contender {

    private static final int THREADS = 20;

    /** As its README ("Getting started") links it: postgresql_tables.sql. */
    private static final String TABLES = """
            create table scheduled_tasks (
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
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc)
            """;

    private final HikariDataSource pool;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    DbSchedulerContender(Site site, IntConsumer handler) {
        pool = site.pool("db_scheduler", TABLES);
        task = Tasks.oneTime("nothing")
                .execute((instance, context) -> handler.accept(Integer.parseInt(instance.getId())));
        scheduler = Scheduler.create(pool, task)
                .threads(THREADS)
                .pollUsingLockAndFetch(4.0, 20.0)
                .enableImmediateExecution()
                .build();
    }

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
