package io.productsnap.web;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.StoredFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store with a fault that nobody has foreseen. */
final class BrokenStore implements PhotoStore {

    @Override
    public void put(PhotoKey key, byte[] content, PhotoFormat format) {
        throw new IllegalStateException("the secret reason");
    }

    @Override
    public Optional<byte[]> get(PhotoKey key) {
        throw new IllegalStateException("the secret reason");
    }

    @Override
    public boolean has(PhotoKey key) {
        throw new IllegalStateException("the secret reason");
    }

    @Override
    public void delete(Collection<PhotoKey> keys) {
        throw new IllegalStateException("the secret reason");
    }

    @Override
    public List<StoredFile> list(String after, int most) {
        throw new IllegalStateException("the secret reason");
    }

    @Override
    public void check() {
        throw new IllegalStateException("the secret reason");
    }
}
