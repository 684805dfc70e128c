package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.CredentialStoreContract;
import io.productsnap.core.contract.Stores;

final class PostgresCredentialStoreTest implements CredentialStoreContract {

    private final Stores stores = new PostgresStores();

    @Override
    public Stores stores() {
        return stores;
    }
}
