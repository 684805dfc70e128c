package io.productsnap.core.inmemory;

import io.productsnap.core.contract.SignalsContract;
import io.productsnap.core.contract.Stores;

final class InMemorySignalsTest implements SignalsContract {

    private final Stores stores = new InMemoryStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
