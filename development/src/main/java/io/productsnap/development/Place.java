package io.productsnap.development;

import io.productsnap.bootstrap.Role;
import io.productsnap.embedded.CannotStart;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How a process comes to use a data directory: as the one that has it, or as a guest of the one that does. */
sealed interface Place {
    /** The first start of all takes longest. */
    Duration PATIENCE = Duration.ofMinutes(2);

    <T> T fold(Function<Owner, T> owner, Function<Guest, T> guest);

    /** The first one there; it starts what is missing, and it has the directory until the lock is closed. */
    record Owner(FileLock lock) implements Place {
        @Override
        public <T> T fold(Function<Owner, T> owner, Function<Guest, T> guest) {
            return owner.apply(this);
        }

        void release() throws IOException {
            lock.acquiredBy().close();
        }
    }

    /** A later one; it uses what the owner has started. */
    record Guest(Running host) implements Place {
        @Override
        public <T> T fold(Function<Owner, T> owner, Function<Guest, T> guest) {
            return guest.apply(this);
        }
    }

    /**
     * Waits for a running process to be ready, or for a short one to end.
     *
     * @throws CannotStart when a second server would come to the directory, naming the first
     */
    static Place find(DataDirectory directory, Role role) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<FileLock> lock = directory.lock();
            if (lock.isPresent()) {
                return new Owner(lock.get());
            }
            Optional<Running> host = Running.read(directory);
            if (role == Role.SERVE
                    && host.isPresent()
                    && !Commands.isShort(host.get().command())) {
                throw new CannotStart("Another ProductSnap (%s) uses %s: stop it, or set DATA_DIR to another folder."
                        .formatted(host.get().told(), directory.path()));
            }
            if (role != Role.SERVE && host.flatMap(Running::settings).isPresent()) {
                return new Guest(host.get());
            }
            if (System.nanoTime() > end) {
                throw new CannotStart(
                        "Another ProductSnap%s has %s and does not become ready: stop it, or set DATA_DIR to"
                                        .formatted(
                                                host.map(it -> " (" + it.told() + ")")
                                                        .orElse(""),
                                                directory.path())
                                + " another folder.");
            }
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for another ProductSnap.", e);
        }
    }
}
