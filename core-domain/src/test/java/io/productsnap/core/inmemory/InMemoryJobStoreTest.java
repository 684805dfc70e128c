package io.productsnap.core.inmemory;

import io.productsnap.core.contract.Examples;
import io.productsnap.core.contract.JobStoreContract;
import io.productsnap.core.job.EndedJobs;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobStore;

final class InMemoryJobStoreTest implements JobStoreContract {

    private final TurnableClock clock = new TurnableClock(Examples.NOW);
    private final InMemoryData data = new InMemoryData();
    private final InMemoryJobStore store = new InMemoryJobStore(data);

    @Override
    public JobStore store() {
        return store;
    }

    @Override
    public JobCensus census() {
        return new InMemoryJobCensus(data);
    }

    @Override
    public EndedJobs ended() {
        return new InMemoryEndedJobs(data);
    }

    @Override
    public TurnableClock clock() {
        return clock;
    }
}
