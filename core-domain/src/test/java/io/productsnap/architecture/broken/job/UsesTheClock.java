package io.productsnap.architecture.broken.job;

import java.time.Instant;

/** Reads the time where it should be told. */
public final class UsesTheClock {

    public Instant due() {
        return Instant.now().plusSeconds(1);
    }
}
