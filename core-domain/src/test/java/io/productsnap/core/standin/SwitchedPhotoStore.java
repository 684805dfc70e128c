package io.productsnap.core.standin;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import java.util.Collection;
import java.util.Optional;

/** A photo store that can be switched off. */
public final class SwitchedPhotoStore implements PhotoStore {

    private final PhotoStore store;
    private volatile boolean off;

    public SwitchedPhotoStore(PhotoStore store) {
        this.store = store;
    }

    public void off() {
        off = true;
    }

    private PhotoStore reached() {
        if (off) {
            throw new Unavailable("switched off", new IllegalStateException("off"));
        }
        return store;
    }

    @Override
    public void put(PhotoKey key, byte[] content, PhotoFormat format) {
        reached().put(key, content, format);
    }

    @Override
    public Optional<byte[]> get(PhotoKey key) {
        return reached().get(key);
    }

    @Override
    public void delete(Collection<PhotoKey> keys) {
        reached().delete(keys);
    }

    @Override
    public void check() {
        reached().check();
    }
}
