package io.productsnap.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of this user where unpacked servers are kept for all data directories.
 *
 * <p>An entry appears whole or not at all: it is filled under another name and then renamed, by one process at a time.
 */
final class BinaryCache {
    private static final Logger LOG = LoggerFactory.getLogger(BinaryCache.class);
    private static final String UNFINISHED = ".unfinished";

    private final Path root;

    private BinaryCache(Path root) {
        this.root = root;
    }

    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** The first of the usual places that can be written to; inside {@code home} where none can. */
    static BinaryCache forUser(Path home) {
        List<Path> places = Stream.concat(usualPlaces().stream(), Stream.of(home.resolve("cache")))
                .map(place -> place.resolve("productsnap"))
                .toList();
        return places.stream()
                .filter(BinaryCache::canHold)
                .findFirst()
                .map(BinaryCache::new)
                .orElseThrow(() -> new CannotStart(
                        "None of %s can be written to: set DATA_DIR to a folder that can.".formatted(places)));
    }

    /** The folder of this key, filled now if it was not there. */
    Path folder(String key, Filling filling) {
        Path folder = root.resolve(key);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try (FileChannel channel =
                        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(folder)) {
                fill(folder, filling);
            }
            return folder;
        } catch (IOException e) {
            throw new CannotStart("Unpacking a server into %s failed (%s).".formatted(root, Faults.told(e, root)), e);
        }
    }

    private static void fill(Path folder, Filling filling) throws IOException {
        LOG.info("unpacking {}", folder);
        Path unfinished = folder.resolveSibling(folder.getFileName() + UNFINISHED);
        deleteTree(unfinished); // of a run that was killed here
        Files.createDirectory(unfinished);
        filling.fill(unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(BinaryCache::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> usualPlaces() {
        if (Account.iAmRoot()) {
            // Root's own home is closed to the account that Postgres runs as.
            return List.of(Path.of("/var/cache"));
        }
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.of(
                        Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(Path::of),
                        Optional.of(home.resolve("Library/Caches")).filter(Files::isDirectory),
                        Optional.of(home.resolve(".cache")))
                .flatMap(Optional::stream)
                .filter(Path::isAbsolute)
                .toList();
    }

    private static boolean canHold(Path place) {
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            return false;
        }
        return Files.isWritable(place);
    }
}
