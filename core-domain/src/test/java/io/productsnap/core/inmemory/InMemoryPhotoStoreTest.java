package io.productsnap.core.inmemory;

import io.productsnap.core.contract.PhotoStoreContract;
import io.productsnap.core.photo.PhotoStore;

final class InMemoryPhotoStoreTest implements PhotoStoreContract {

    private final PhotoStore photos = new InMemoryPhotoStore();

    @Override
    public PhotoStore photos() {
        return photos;
    }
}
