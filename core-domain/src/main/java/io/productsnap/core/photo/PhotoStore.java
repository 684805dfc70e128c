package io.productsnap.core.photo;

import java.util.Collection;
import java.util.List;
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

    /**
     * Some of the files, in the order of their names, character by character. Page by page it comes past every file that
     * is there from the first page to the last; of those that come and go meanwhile, some. What it costs, in memory as
     * well, does not grow with the number of files.
     *
     * @param after the name that the last page ended with; empty for the first page
     * @param most >= 1
     * @return none, and only then, when there are no more
     */
    List<StoredFile> list(String after, int most);

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
