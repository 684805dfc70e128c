package io.productsnap.core.inmemory;

import io.productsnap.core.contract.AccountStoreContract;
import io.productsnap.core.contract.Stores;

final class InMemoryAccountStoreTest implements AccountStoreContract {

    private final Stores stores = new InMemoryStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
