package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.SessionStoreContract;
import io.productsnap.core.contract.Stores;

final class PostgresSessionStoreTest implements SessionStoreContract {

    private final Stores stores = new PostgresStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
