package io.productsnap.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a server running until it is closed: when the process ends without having been told to, it is started again,
 * on the same port and data.
 */
final class Guard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final int MOST_RESTARTS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Server server;
    private final Consumer<CannotStart> lost;
    private ProcessHandle process;
    private int restarts;
    private boolean closed;

    /** Starts the server; {@code lost} is told, once and from another thread, when it cannot be brought back. */
    Guard(Server server, Consumer<CannotStart> lost) {
        this.server = server;
        this.lost = lost;
        this.process = started(server);
        Thread watch = new Thread(this::keepRunning, server.name() + "-guard");
        watch.setDaemon(true);
        watch.start();
    }

    synchronized ProcessHandle process() {
        return process;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.stop(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepRunning() {
        while (!isClosed()) {
            Waiting.rest(BETWEEN_LOOKS);
            Optional<CannotStart> end = Waiting.hasEnded(process()) ? restarted() : Optional.empty();
            if (end.isPresent()) {
                // Told without holding the lock: who is told may end the program, and that closes this guard.
                lost.accept(end.get());
                return;
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized Optional<CannotStart> restarted() {
        if (closed) {
            return Optional.empty();
        }
        LOG.warn("{} (process {}) has ended unasked; starting it again", server.name(), process.pid());
        restarts++;
        if (restarts > MOST_RESTARTS) {
            return Optional.of(new CannotStart(
                    "%s has ended unasked more than %d times.".formatted(server.name(), MOST_RESTARTS)));
        }
        try {
            process = started(server);
            return Optional.empty();
        } catch (CannotStart e) {
            return Optional.of(e);
        }
    }

    private static ProcessHandle started(Server server) {
        long begin = System.nanoTime();
        try {
            ProcessHandle process = server.start();
            LOG.info(
                    "{} ready on port {}, process {} ({} ms)",
                    server.name(),
                    server.port(),
                    process.pid(),
                    (System.nanoTime() - begin) / 1_000_000);
            return process;
        } catch (IOException e) {
            throw new CannotStart("%s cannot be started: %s.".formatted(server.name(), e), e);
        }
    }
}
