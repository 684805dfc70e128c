package io.productsnap.persistence.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that after a crash there is all of one or nothing of it. */
final class DurableFiles {

    private DurableFiles() {}

    /**
     * Writes beside and renames. What is on the disk when this returns stays: the content, the name, and the folders
     * above it up to {@code root} (POSIX keeps a name only once its folder is synced).
     *
     * @param fresh a name that nobody else uses, on the same file system
     */
    static void write(Path root, Path file, Path fresh, byte[] content) throws IOException {
        try {
            Files.createDirectories(file.resolveSibling(""));
            writeSynced(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        Path below = root.relativize(file);
        for (int depth = below.getNameCount() - 1; depth > 0; depth--) {
            sync(root.resolve(below.subpath(0, depth)));
        }
        sync(root);
    }

    private static void writeSynced(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
