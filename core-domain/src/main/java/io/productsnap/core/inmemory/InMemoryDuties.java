package io.productsnap.core.inmemory;

import io.productsnap.core.signal.Duties;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The duties of one process. Thread-safe. */
public final class InMemoryDuties implements Duties {

    private final Map<String, Turn> turns = new HashMap<>();

    /** Each time it is taken up is an object of its own: whoever was taken for dead does not find his again. */
    private static final class Turn {
        private final Instant notBefore;
        private final String place;

        Turn(Instant notBefore, String place) {
            this.notBefore = notBefore;
            this.place = place;
        }
    }

    @Override
    public boolean performFrom(Duty duty, Instant now, UnaryOperator<String> work) {
        Optional<Turn> mine = take(duty, now);
        mine.ifPresent(turn -> {
            Turn next = new Turn(now, turn.place);
            try {
                next = new Turn(now.plus(duty.every()), work.apply(turn.place));
            } finally {
                end(duty, turn, next);
            }
        });
        return mine.isPresent();
    }

    private synchronized Optional<Turn> take(Duty duty, Instant now) {
        Turn last = turns.getOrDefault(duty.name(), new Turn(Instant.MIN, ""));
        if (last.notBefore.isAfter(now)) {
            return Optional.empty();
        }
        Turn mine = new Turn(now.plus(duty.hold()), last.place);
        turns.put(duty.name(), mine);
        return Optional.of(mine);
    }

    private synchronized void end(Duty duty, Turn mine, Turn next) {
        turns.computeIfPresent(duty.name(), (name, last) -> last == mine ? next : last);
    }
}
