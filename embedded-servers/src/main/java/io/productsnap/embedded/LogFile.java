package io.productsnap.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A server's log: at most two files, the older of which is the last one that grew too large. */
record LogFile(Path path) {
    private static final long LARGE = 8 << 20;
    private static final int TELLING = 64 << 10;

    /** Makes room for a new run's lines; only while the server is stopped. */
    void prepare() throws IOException {
        if (length() > LARGE) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(path)) {
            Files.createFile(path);
        }
    }

    long length() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /** What was written after the log had this length, the first 64 KiB of it. */
    String since(long length) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(length);
            return new String(in.readNBytes(TELLING), StandardCharsets.UTF_8);
        }
    }
}
