package io.productsnap.core.inmemory;

import io.productsnap.core.contract.JobMailContract;
import io.productsnap.core.contract.Stores;

final class InMemoryJobMailTest implements JobMailContract {

    private final Stores stores = new InMemoryStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
