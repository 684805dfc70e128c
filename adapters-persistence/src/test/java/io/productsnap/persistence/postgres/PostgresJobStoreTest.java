package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.Examples;
import io.productsnap.core.contract.JobStoreContract;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.JobStore;

final class PostgresJobStoreTest implements JobStoreContract {

    private final TurnableClock clock = new TurnableClock(Examples.NOW);
    private final JobStore store = new PostgresJobStore(TestDatabase.emptied().pooled());

    @Override
    public JobStore store() {
        return store;
    }

    @Override
    public TurnableClock clock() {
        return clock;
    }
}
