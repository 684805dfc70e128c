package io.productsnap.core.inmemory;

import io.productsnap.core.contract.PhotoStoreContract;
import io.productsnap.core.photo.PhotoStore;
import java.time.Clock;

final class InMemoryPhotoStoreTest implements PhotoStoreContract {

    private final PhotoStore photos = new InMemoryPhotoStore(Clock.systemUTC());

    @Override
    public PhotoStore photos() {
        return photos;
    }
}
