package io.productsnap.persistence.disk;

import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoStore;
import io.productsnap.core.photo.StoredFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Photos in files below one folder, by their keys. A file is there wholly or not at all, and stays through a crash. The
 * folder is one process's or several's; it needs a POSIX file system. Folders that became empty are left: the next file
 * of the same owner needs them again. Thread-safe.
 */
public final class DiskPhotoStore implements PhotoStore {

    /** No key begins with a dot, so no photo is ever here. */
    private static final String UNFINISHED = ".unfinished";

    private static final Logger LOG = LoggerFactory.getLogger(DiskPhotoStore.class);
    private static final Duration SURELY_ABANDONED = Duration.ofDays(1);

    private final Path root;

    /** @param root the folder; {@link #check} makes it when it is not there */
    public DiskPhotoStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(PhotoKey key, byte[] content, PhotoFormat format) {
        write(place(key), content);
    }

    @Override
    public Optional<byte[]> get(PhotoKey key) {
        Path file = place(key);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (IOException failed) {
            throw unavailable("could not be read from", failed);
        }
    }

    @Override
    public boolean has(PhotoKey key) {
        return Files.isRegularFile(place(key));
    }

    @Override
    public void delete(Collection<PhotoKey> keys) {
        for (PhotoKey key : keys) {
            try {
                Files.deleteIfExists(place(key));
            } catch (IOException failed) {
                throw unavailable("could not be deleted from", failed);
            }
        }
    }

    @Override
    public List<StoredFile> list(String after, int most) {
        try {
            return FilesInOrder.below(root, after, most);
        } catch (IOException failed) {
            throw unavailable("could not be looked for in", failed);
        }
    }

    /** Makes the folder, writes to it, and clears away what a killed process left unfinished. */
    @Override
    public void check() {
        write(root.resolve(UNFINISHED).resolve("probe"), new byte[] {1});
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(root.resolve(UNFINISHED))) {
            for (Path file : unfinished) {
                deleteIfAbandoned(file);
            }
        } catch (IOException failed) {
            throw unavailable("could not be cleared away from", failed);
        }
    }

    private static void deleteIfAbandoned(Path file) throws IOException {
        // Both times are the file system's, whatever the program's clock says.
        Instant now = Files.getLastModifiedTime(file.resolveSibling("probe")).toInstant();
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            if (written.isBefore(now.minus(SURELY_ABANDONED))) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException finished) {
            LOG.debug("{} was finished meanwhile", file);
        }
    }

    private void write(Path file, byte[] content) {
        try {
            Files.createDirectories(root.resolve(UNFINISHED));
            DurableFiles.write(
                    root,
                    file,
                    root.resolve(UNFINISHED).resolve(UUID.randomUUID().toString()),
                    content);
        } catch (IOException failed) {
            throw unavailable("could not be written to", failed);
        }
    }

    /** A key has no way out by its shape; a link below the root would be one. */
    private Path place(PhotoKey key) {
        Path place = root;
        for (String name : key.value().split("/", -1)) {
            place = place.resolve(name);
            if (Files.isSymbolicLink(place)) {
                throw new Unavailable(
                        "a file of the photo store lies behind a link", new IOException(place.toString()));
            }
        }
        return place;
    }

    private Unavailable unavailable(String what, IOException cause) {
        return new Unavailable("a photo " + what + " " + root + ": " + reason(cause), cause);
    }

    private String reason(IOException cause) {
        try {
            return Files.getFileStore(root).getUsableSpace() == 0 ? "the disk is full" : cause.toString();
        } catch (IOException noFolder) {
            return cause.toString();
        }
    }
}
