package io.productsnap.core.standin;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A photo store that can be switched off, in parts or whole. */
public final class SwitchedPhotoStore implements PhotoStore {

    private final PhotoStore store;
    private volatile boolean off;
    private volatile boolean keeps;
    private final AtomicInteger putsLeft = new AtomicInteger(Integer.MAX_VALUE);

    public SwitchedPhotoStore(PhotoStore store) {
        this.store = store;
    }

    public void off() {
        off = true;
    }

    /** Takes and gives, but removes nothing. */
    public void failToDelete() {
        keeps = true;
    }

    /** Takes so many files more, then no more. */
    public void fullAfter(int puts) {
        putsLeft.set(puts);
    }

    private PhotoStore reached() {
        return unless(off);
    }

    private PhotoStore unless(boolean away) {
        if (away) {
            throw new Unavailable("switched off", new IllegalStateException("off"));
        }
        return store;
    }

    @Override
    public void put(PhotoKey key, byte[] content, PhotoFormat format) {
        unless(off || putsLeft.getAndDecrement() <= 0).put(key, content, format);
    }

    @Override
    public Optional<byte[]> get(PhotoKey key) {
        return reached().get(key);
    }

    @Override
    public boolean has(PhotoKey key) {
        return reached().has(key);
    }

    @Override
    public void delete(Collection<PhotoKey> keys) {
        unless(off || keeps).delete(keys);
    }

    @Override
    public void check() {
        reached().check();
    }
}
