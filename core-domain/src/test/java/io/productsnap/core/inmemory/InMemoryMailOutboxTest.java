package io.productsnap.core.inmemory;

import io.productsnap.core.contract.MailOutboxContract;
import io.productsnap.core.contract.Stores;

final class InMemoryMailOutboxTest implements MailOutboxContract {

    private final Stores stores = new InMemoryStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
