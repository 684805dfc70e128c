package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.Stores;
import io.productsnap.core.contract.UserStoreContract;

final class PostgresUserStoreTest implements UserStoreContract {

    private final Stores stores = new PostgresStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
