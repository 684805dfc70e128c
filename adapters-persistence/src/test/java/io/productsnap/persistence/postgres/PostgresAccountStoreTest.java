package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.AccountStoreContract;
import io.productsnap.core.contract.Stores;

final class PostgresAccountStoreTest implements AccountStoreContract {

    private final Stores stores = new PostgresStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
