package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.ClosedAccountsContract;
import io.productsnap.core.contract.Stores;

final class PostgresClosedAccountsTest implements ClosedAccountsContract {

    private final Stores stores = new PostgresStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
