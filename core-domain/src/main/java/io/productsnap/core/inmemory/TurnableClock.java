package io.productsnap.core.inmemory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is turned. Thread-safe. */
public final class TurnableClock extends Clock {

    private volatile Instant now;

    public TurnableClock(Instant now) {
        this.now = now;
    }

    /** Turns it on, or back. */
    public synchronized void turn(Duration by) {
        now = now.plus(by);
    }

    public synchronized void turnTo(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same clock: it tells instants, and those have no zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
