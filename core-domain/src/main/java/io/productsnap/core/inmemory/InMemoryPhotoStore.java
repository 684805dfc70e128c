package io.productsnap.core.inmemory;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.StoredFile;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** A {@link PhotoStore} in memory. Thread-safe. */
public final class InMemoryPhotoStore implements PhotoStore {

    private final NavigableMap<String, Entry> files = new ConcurrentSkipListMap<>();
    private final Clock clock;

    /** @param clock says when a file was written */
    public InMemoryPhotoStore(Clock clock) {
        this.clock = clock;
    }

    /** Nobody outside has the bytes. */
    private static final class Entry {
        private final byte[] content;
        private final Instant written;

        Entry(byte[] content, Instant written) {
            this.content = content.clone();
            this.written = written;
        }

        byte[] content() {
            return content.clone();
        }
    }

    @Override
    public void put(PhotoKey key, byte[] content, PhotoFormat format) {
        files.put(key.value(), new Entry(content, clock.instant()));
    }

    @Override
    public Optional<byte[]> get(PhotoKey key) {
        return Optional.ofNullable(files.get(key.value())).map(Entry::content);
    }

    @Override
    public boolean has(PhotoKey key) {
        return files.containsKey(key.value());
    }

    @Override
    public void delete(Collection<PhotoKey> keys) {
        keys.forEach(key -> files.remove(key.value()));
    }

    @Override
    public List<StoredFile> list(String after, int most) {
        return files.tailMap(after, false).entrySet().stream()
                .limit(most)
                .map(file -> new StoredFile(file.getKey(), file.getValue().written))
                .toList();
    }

    @Override
    public void check() {
        // Nothing is between it and its files.
    }

    /** What it keeps at this moment. */
    public Set<PhotoKey> keys() {
        return files.keySet().stream().map(PhotoKey::new).collect(Collectors.toUnmodifiableSet());
    }
}
