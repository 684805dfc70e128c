package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server that {@code postmaster.pid} speaks of. */
record Postmaster(long pid, int port) {

    /** Empty when there is no such file or it has no server in it yet. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = pidFile(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(3))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    /**
     * Its process, if that is indeed a server of this data folder: after a reboot the number may be anybody's, and
     * Postgres itself would refuse to start beside it.
     */
    Optional<ProcessHandle> process(Path data) {
        return ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .commandLine()
                        .filter(words -> words.contains("postgres") && words.contains(data.toString()))
                        .isPresent());
    }
}
