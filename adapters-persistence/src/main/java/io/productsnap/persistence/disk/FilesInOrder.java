package io.productsnap.persistence.disk;

import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.StoredFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A walk through folders that comes past the files in the order of their whole names, and holds the names of one folder
 * a level. It asks the file system about those alone that it comes past. Folders whose name no key has are not entered;
 * links are not followed, and not told of.
 */
final class FilesInOrder {

    private final String after;
    private final int most;
    private final List<StoredFile> found = new ArrayList<>();

    private FilesInOrder(String after, int most) {
        this.after = after;
        this.most = most;
    }

    /** The first so many below a folder, of those whose names come after another. */
    static List<StoredFile> below(Path root, String after, int most) throws IOException {
        FilesInOrder walk = new FilesInOrder(after, most);
        walk.through(root, "");
        return List.copyOf(walk.found);
    }

    /** @param prefix what the names in this folder begin with */
    private void through(Path folder, String prefix) throws IOException {
        PriorityQueue<String> names = names(folder, prefix);
        while (found.size() < most && !names.isEmpty()) {
            String name = names.remove();
            Path place = folder.resolve(name.substring(prefix.length()));
            if (name.endsWith("/")) {
                through(place, name);
                continue;
            }
            Optional<BasicFileAttributes> attributes = attributes(place);
            if (attributes.filter(BasicFileAttributes::isDirectory).isPresent() && PhotoKey.isKey(name)) {
                // What is in it is called "a/…", and comes after what is called "a-…" or "a.…" beside it.
                names.add(name + "/");
            }
            attributes
                    .filter(file -> file.isRegularFile() && name.compareTo(after) > 0)
                    .map(file -> new StoredFile(name, file.lastModifiedTime().toInstant()))
                    .ifPresent(found::add);
        }
    }

    private PriorityQueue<String> names(Path folder, String prefix) throws IOException {
        PriorityQueue<String> names = new PriorityQueue<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                String name = prefix + each.getFileName();
                // Of the others, all that is in them comes before as well.
                if (name.compareTo(after) > 0 || after.startsWith(name)) {
                    names.add(name);
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return names;
    }

    /** @return empty when it went meanwhile */
    private static Optional<BasicFileAttributes> attributes(Path place) throws IOException {
        try {
            return Optional.of(Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
