package io.productsnap.core.inmemory;

import io.productsnap.core.contract.SessionStoreContract;
import io.productsnap.core.contract.Stores;

final class InMemorySessionStoreTest implements SessionStoreContract {

    private final Stores stores = new InMemoryStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
