package io.productsnap.core.standin;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.StoredFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A photo store that can be switched off, in parts or whole. */
public final class SwitchedPhotoStore implements PhotoStore {

    private final PhotoStore store;
    private volatile boolean off;
    private volatile boolean keeps;
    private volatile Runnable afterListing = () -> {};
    private volatile Runnable beforeDeleting = () -> {};
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

    /** Does this between what it lists and the answer. */
    public void afterListing(Runnable deed) {
        afterListing = deed;
    }

    public void beforeDeleting(Runnable deed) {
        beforeDeleting = deed;
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
        beforeDeleting.run();
        unless(off || keeps).delete(keys);
    }

    @Override
    public List<StoredFile> list(String after, int most) {
        List<StoredFile> page = reached().list(after, most);
        afterListing.run();
        return page;
    }

    @Override
    public void check() {
        reached().check();
    }
}
