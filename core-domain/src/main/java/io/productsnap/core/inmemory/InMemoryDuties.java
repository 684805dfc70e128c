package io.productsnap.core.inmemory;

import io.productsnap.core.signal.Duties;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The duties of one process. Thread-safe. */
public final class InMemoryDuties implements Duties {

    private final Map<String, Turn> turns = new HashMap<>();

    /** Each time it is taken up is an object of its own: whoever was taken for dead does not find his again. */
    private static final class Turn {
        private final Instant notBefore;

        Turn(Instant notBefore) {
            this.notBefore = notBefore;
        }
    }

    @Override
    public boolean perform(Duty duty, Instant now, Runnable work) {
        Turn mine = new Turn(now.plus(duty.hold()));
        if (!take(duty, mine, now)) {
            return false;
        }
        Instant next = now;
        try {
            work.run();
            next = now.plus(duty.every());
        } finally {
            end(duty, mine, next);
        }
        return true;
    }

    private synchronized boolean take(Duty duty, Turn mine, Instant now) {
        Turn last = turns.get(duty.name());
        boolean due = last == null || !last.notBefore.isAfter(now);
        if (due) {
            turns.put(duty.name(), mine);
        }
        return due;
    }

    private synchronized void end(Duty duty, Turn mine, Instant next) {
        turns.computeIfPresent(duty.name(), (name, last) -> last == mine ? new Turn(next) : last);
    }
}
