package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.MailOutboxContract;
import io.productsnap.core.contract.Stores;

final class PostgresMailOutboxTest implements MailOutboxContract {

    private final Stores stores = new PostgresStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
