package io.productsnap.core.inmemory;

import io.productsnap.core.contract.CredentialStoreContract;
import io.productsnap.core.contract.Stores;

final class InMemoryCredentialStoreTest implements CredentialStoreContract {

    private final Stores stores = new InMemoryStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
