package io.productsnap.benchmarks.crash;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, on the clock of the machine. */
record Span(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }
}
