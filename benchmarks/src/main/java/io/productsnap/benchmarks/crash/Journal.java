package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Entry.What;
import io.productsnap.core.job.Fence;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What a worker does, in its own words and before anybody else knows. Each entry is one write to a file opened for
 * appending: it is there, and whole, once the call returns, whatever becomes of the process. Thread-safe.
 */
final class Journal implements AutoCloseable {

    // Not a channel: an interrupt, which ends a run, would close it.
    private final FileOutputStream file;

    Journal(Path path) throws IOException {
        this.file = new FileOutputStream(path.toFile(), true);
    }

    void note(What what, Fence run, String word) {
        // The clock of the machine, which all processes of a test share; the monotonic one has no meaning to others.
        Entry entry = new Entry(Instant.now(), what, run, word);
        try {
            file.write(entry.line().getBytes(StandardCharsets.UTF_8));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
