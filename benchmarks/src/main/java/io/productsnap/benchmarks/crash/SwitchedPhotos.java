package io.productsnap.benchmarks.crash;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.StoredFile;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A photo store that no process can reach as long as a certain file is there. */
record SwitchedPhotos(PhotoStore photos, Path away) implements PhotoStore {

    private PhotoStore reached() {
        if (Files.exists(away)) {
            throw new Unavailable("the photo store is switched off", new FileNotFoundException("switched off"));
        }
        return photos;
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
    public boolean has(PhotoKey key) {
        return reached().has(key);
    }

    @Override
    public void delete(Collection<PhotoKey> keys) {
        reached().delete(keys);
    }

    @Override
    public List<StoredFile> list(String after, int most) {
        return reached().list(after, most);
    }

    @Override
    public void check() {
        reached().check();
    }
}
