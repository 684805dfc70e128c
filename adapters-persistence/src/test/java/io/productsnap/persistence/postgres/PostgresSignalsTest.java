package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.SignalsContract;
import io.productsnap.core.contract.Stores;

final class PostgresSignalsTest implements SignalsContract {

    private final Stores stores = new PostgresStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
