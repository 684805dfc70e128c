package io.productsnap.development;

import io.productsnap.embedded.CannotStart;
import io.productsnap.embedded.Faults;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The folder that everything of a laptop's ProductSnap is kept in, closed to other users. */
record DataDirectory(Path path) {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** {@code DATA_DIR}, or {@code .productsnap} where the program was started; made when missing. */
    static DataDirectory of(Map<String, String> environment) {
        Path path = named(environment.getOrDefault("DATA_DIR", "").strip());
        try {
            Files.createDirectories(path);
            closeToOthers(path);
            return new DataDirectory(path.toRealPath());
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s cannot be made (%s): choose another one with DATA_DIR."
                            .formatted(path, Faults.told(e, Path.of("/"))),
                    e);
        }
    }

    private static Path named(String setting) {
        try {
            return Path.of(setting.isEmpty() ? ".productsnap" : setting)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new CannotStart(
                    "DATA_DIR has letters that Java cannot use in file names under this locale: set LC_ALL to C.UTF-8, or"
                            + " choose a plain name.",
                    e);
        }
    }

    /** Empty while another process holds it. It is free again when its holder ends, however it ends. */
    @SuppressWarnings("resource") // the caller closes it, by the lock
    Optional<FileLock> lock() {
        Path file = path.resolve("server.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock;
        } catch (IOException e) {
            throw new CannotStart(
                    "%s cannot be locked (%s): choose another folder with DATA_DIR."
                            .formatted(file, Faults.told(e, path)),
                    e);
        }
    }

    Path mail() {
        return path.resolve("mail");
    }

    Path file(String name) {
        return path.resolve(name);
    }

    // The group may pass through: root's Postgres runs as another user, in a folder below.
    private static void closeToOthers(Path path) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        if (permissions.removeAll(OTHERS)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
