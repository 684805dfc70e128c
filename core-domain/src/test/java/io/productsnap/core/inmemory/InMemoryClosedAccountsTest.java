package io.productsnap.core.inmemory;

import io.productsnap.core.contract.ClosedAccountsContract;
import io.productsnap.core.contract.Stores;

final class InMemoryClosedAccountsTest implements ClosedAccountsContract {

    private final Stores stores = new InMemoryStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
