package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.JobMailContract;
import io.productsnap.core.contract.Stores;

final class PostgresJobMailTest implements JobMailContract {

    private final Stores stores = new PostgresStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
