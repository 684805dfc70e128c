package io.productsnap.benchmarks.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Follows a journal while it is written. Thread-safe. */
final class JournalReader {

    private final Path path;
    private final List<Entry> entries = new ArrayList<>();
    private long read;

    JournalReader(Path path) {
        this.path = path;
    }

    /** All that was written so far. */
    synchronized List<Entry> entries() {
        if (Files.exists(path)) {
            readOn();
        }
        return List.copyOf(entries);
    }

    private void readOn() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] rest = new byte[Math.toIntExact(file.length() - read)];
            file.seek(read);
            file.readFully(rest);
            String text = new String(rest, StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            whole.lines().map(Entry::read).forEach(entries::add);
            read += whole.getBytes(StandardCharsets.UTF_8).length;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
