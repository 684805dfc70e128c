package io.productsnap.core.photo;

import java.util.Collection;
import java.util.Optional;

/**
 * Keeps the files: uploads, shots, thumbnails. Thread-safe. Methods throw {@link Unavailable} when the store cannot be
 * reached or does not take what it should.
 */
public interface PhotoStore {

    /** Stores all of it or nothing; when it returns, the file outlives a crash. Overwrites what was there. */
    void put(PhotoKey key, byte[] content, PhotoFormat format);

    /** @return the content; empty when there is no such file */
    Optional<byte[]> get(PhotoKey key);

    /** @return whether there is such a file, without fetching it */
    boolean has(PhotoKey key);

    /** Removes the files; those that are not there are as good as removed. */
    void delete(Collection<PhotoKey> keys);

    /** Makes sure that the store can be reached. */
    void check();

    /** The store cannot be used now. */
    class Unavailable extends io.productsnap.core.policy.Unavailable {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
