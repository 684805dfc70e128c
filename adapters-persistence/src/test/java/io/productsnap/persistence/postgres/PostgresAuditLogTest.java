package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.AuditLogContract;
import io.productsnap.core.contract.Stores;

final class PostgresAuditLogTest implements AuditLogContract {

    private final Stores stores = new PostgresStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
