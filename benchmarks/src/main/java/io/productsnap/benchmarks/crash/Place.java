package io.productsnap.benchmarks.crash;

import io.productsnap.core.photo.PhotoStore;
import io.productsnap.persistence.disk.DiskPhotoStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the parties of a test keep their things. */
record Place(Path folder) {

    Path servers() {
        return folder.resolve("servers");
    }

    /** All but the servers' data, which is worth keeping: to make it takes a while. */
    private Path papers() {
        return folder.resolve("papers");
    }

    void clear() {
        try (Stream<Path> tree = Files.exists(papers()) ? Files.walk(papers()) : Stream.empty()) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            Files.createDirectories(papers());
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    Path photoFiles() {
        return papers().resolve("photos");
    }

    PhotoStore photos() {
        return new DiskPhotoStore(photoFiles());
    }

    /** What workers have, and what {@link #photosAway} takes from them. */
    PhotoStore switchedPhotos() {
        return new SwitchedPhotos(photos(), photosAway());
    }

    Path photosAway() {
        return papers().resolve("photos-are-away");
    }

    Path journal(int worker) {
        return papers().resolve("worker-" + worker + ".journal");
    }

    Path log(int worker) {
        return papers().resolve("worker-" + worker + ".log");
    }

    Path postgresLog() {
        return servers().resolve("logs").resolve("postgres.log");
    }
}
