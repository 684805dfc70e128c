package io.productsnap.core.inmemory;

import io.productsnap.core.contract.DutiesContract;
import io.productsnap.core.signal.Duties;

final class InMemoryDutiesTest implements DutiesContract {

    private final Duties duties = new InMemoryDuties();

    @Override
    public Duties duties() {
        return duties;
    }
}
