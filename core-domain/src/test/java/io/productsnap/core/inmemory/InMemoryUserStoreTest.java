package io.productsnap.core.inmemory;

import io.productsnap.core.contract.Stores;
import io.productsnap.core.contract.UserStoreContract;

final class InMemoryUserStoreTest implements UserStoreContract {

    private final Stores stores = new InMemoryStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
