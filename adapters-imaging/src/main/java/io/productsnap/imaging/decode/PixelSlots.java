package io.productsnap.imaging.decode;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many photos may be open in memory at once. One photo takes up to some hundred megabytes and a whole core, so more
 * than one per core gains nothing and can cost the process. Share one instance among inspector, previewer and studio. Safe for threads;
 * not reentrant.
 */
public final class PixelSlots {
    private final Semaphore free;

    public PixelSlots(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("atOnce must be >= 1: " + atOnce);
        }
        this.free = new Semaphore(atOnce, true);
    }

    public static PixelSlots onePerCore() {
        return new PixelSlots(Runtime.getRuntime().availableProcessors());
    }

    /** Does the work when its turn has come. */
    public <T> T within(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    /** The same for work that can be told to stop, also while it waits for its turn. */
    public <T> T interruptibly(Stoppable<T> work) throws InterruptedException {
        free.acquire();
        try {
            return work.run();
        } finally {
            free.release();
        }
    }

    /** Work that ends early when its thread is interrupted. */
    @FunctionalInterface
    public interface Stoppable<T> {
        T run() throws InterruptedException;
    }
}
