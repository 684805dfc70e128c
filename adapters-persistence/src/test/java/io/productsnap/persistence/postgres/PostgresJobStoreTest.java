package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.Examples;
import io.productsnap.core.contract.JobStoreContract;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.EndedJobs;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobStore;
import javax.sql.DataSource;

final class PostgresJobStoreTest implements JobStoreContract {

    private final TurnableClock clock = new TurnableClock(Examples.NOW);
    private final DataSource database = TestDatabase.emptied().pooled();
    private final JobStore store = new PostgresJobStore(database);
    private final JobCensus census = new PostgresJobCensus(database);

    @Override
    public JobStore store() {
        return store;
    }

    @Override
    public JobCensus census() {
        return census;
    }

    @Override
    public EndedJobs ended() {
        return new PostgresEndedJobs(database);
    }

    @Override
    public TurnableClock clock() {
        return clock;
    }
}
