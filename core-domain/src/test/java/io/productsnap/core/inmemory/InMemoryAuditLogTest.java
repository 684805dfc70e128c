package io.productsnap.core.inmemory;

import io.productsnap.core.contract.AuditLogContract;
import io.productsnap.core.contract.Stores;

final class InMemoryAuditLogTest implements AuditLogContract {

    private final Stores stores = new InMemoryStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
