package io.productsnap.core.inmemory;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link PhotoStore} in memory. Thread-safe. */
public final class InMemoryPhotoStore implements PhotoStore {

    private final Map<PhotoKey, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public void put(PhotoKey key, byte[] content, PhotoFormat format) {
        files.put(key, content.clone());
    }

    @Override
    public Optional<byte[]> get(PhotoKey key) {
        return Optional.ofNullable(files.get(key)).map(byte[]::clone);
    }

    @Override
    public boolean has(PhotoKey key) {
        return files.containsKey(key);
    }

    @Override
    public void delete(Collection<PhotoKey> keys) {
        keys.forEach(files::remove);
    }

    @Override
    public void check() {
        // Nothing is between it and its files.
    }

    /** What it keeps at this moment. */
    public Set<PhotoKey> keys() {
        return Set.copyOf(files.keySet());
    }
}
