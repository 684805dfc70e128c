package io.productsnap.bootstrap;

import io.productsnap.core.signal.Duties.Duty;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A duty, and how it is done.
 *
 * @param work given where the turn before has ended; answers with where it ends itself
 */
record Chore(Duty duty, UnaryOperator<String> work) {

    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);

    /** Each is a matter of seconds, or of one turn: whoever is at one for so long is dead, or as good as dead. */
    private static final Duration HOLD = Duration.ofMinutes(10);

    static Chore every(Duration time, String name, Runnable work) {
        return inTurns(time, name, place -> {
            work.run();
            return place;
        });
    }

    static Chore hourly(String name, IntSupplier howMany) {
        return every(Duration.ofHours(1), name, () -> {
            int many = howMany.getAsInt();
            if (many > 0) {
                LOG.info("{}: {}", name, many);
            }
        });
    }

    static Chore inTurns(Duration time, String name, UnaryOperator<String> work) {
        return new Chore(new Duty(name, time, HOLD), work);
    }
}
