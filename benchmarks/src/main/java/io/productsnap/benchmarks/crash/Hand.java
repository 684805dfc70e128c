package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Fence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One worker process: what is done to it, and what it says itself. Used by one thread. */
final class Hand implements AutoCloseable {

    private final Process process;
    private final Relay postgres;
    private final JournalReader journal;
    private final Path log;
    private final List<Span> frozen = new ArrayList<>();
    private Optional<Instant> frozenSince = Optional.empty();
    private Optional<Instant> killed = Optional.empty();
    private Optional<Instant> cutOff = Optional.empty();

    /** @param postgres its way there, which ends with it */
    Hand(Process process, Relay postgres, JournalReader journal, Path log) {
        this.process = process;
        this.postgres = postgres;
        this.journal = journal;
        this.log = log;
    }

    void awaitReady() {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        try {
            if (!"ready".equals(said.readLine())) {
                throw new IllegalStateException("a worker did not start:\n" + log());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** SIGKILL: it does not know what happens to it. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
        // The latest moment at which it may have done something.
        killed = Optional.of(Instant.now());
    }

    /** SIGSTOP: from now on it does nothing, and does not know it. */
    void freeze() {
        signal("-STOP");
        frozenSince = Optional.of(Instant.now());
    }

    /** SIGCONT: it goes on with what it was at, in the belief that no time has passed. */
    void thaw() {
        frozenSince.ifPresent(since -> frozen.add(new Span(since, Instant.now())));
        frozenSince = Optional.empty();
        signal("-CONT");
    }

    /** It runs on, and Postgres is out of its reach. */
    void cutOff() {
        postgres.cut();
        cutOff = Optional.of(Instant.now());
    }

    void reconnect() {
        postgres.mend();
    }

    /** Asks it to go home, and waits until it has. */
    void dismiss() {
        if (process.isAlive()) {
            thaw();
            try {
                process.getOutputStream().close();
            } catch (IOException gone) {
                process.destroyForcibly();
            }
            awaitEnd();
        }
    }

    /** Nothing may be left, of a test that has failed neither. */
    @Override
    public void close() {
        process.destroyForcibly();
        postgres.close();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isFrozen() {
        return frozenSince.isPresent();
    }

    Optional<Instant> killed() {
        return killed;
    }

    /** When it was last cut off, if ever: it may not have heard then of what the store had accepted. */
    Optional<Instant> lastCutOff() {
        return cutOff;
    }

    List<Span> frozen() {
        return List.copyOf(frozen);
    }

    List<Entry> entries() {
        return journal.entries();
    }

    /** Runs that have begun and, by its own account, not ended, or of which it has not heard what the store says. */
    Set<Fence> open() {
        Set<Fence> running = new HashSet<>();
        Set<Fence> untold = new HashSet<>();
        for (Entry entry : entries()) {
            switch (entry.what()) {
                case STARTED -> {
                    running.add(entry.run());
                    untold.add(entry.run());
                }
                case ENDED -> running.remove(entry.run());
                case ACCEPTED, REFUSED -> untold.remove(entry.run());
            }
        }
        running.addAll(untold);
        return running;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + name + " ended with " + code);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
