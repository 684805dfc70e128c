package io.productsnap.core.inmemory;

import io.productsnap.core.contract.JobEventsContract;
import io.productsnap.core.job.JobEvents;

final class InMemoryJobEventsTest implements JobEventsContract {

    private final JobEvents events = new InMemoryJobEvents();

    @Override
    public JobEvents events() {
        return events;
    }
}
