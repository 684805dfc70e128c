package io.productsnap.benchmarks.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What Postgres has written to its log since a moment. */
record PostgresLog(Path file, long from) {

    static PostgresLog fromNowOn(Path file) {
        return new PostgresLog(file, read(file).length);
    }

    List<String> lines() {
        byte[] all = read(file);
        byte[] since = Arrays.copyOfRange(all, Math.toIntExact(Math.min(from, all.length)), all.length);
        return new String(since, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
