package io.productsnap.architecture.broken.job;

import java.util.function.LongSupplier;

/** Passes the time on without calling it. */
public final class NamesTheClock {

    public LongSupplier ticker() {
        return System::nanoTime;
    }
}
