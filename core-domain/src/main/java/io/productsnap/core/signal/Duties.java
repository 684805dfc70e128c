package io.productsnap.core.signal;

import io.productsnap.core.policy.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Work that one process does for all of them, now and then; when it dies at it, another takes over. Thread-safe. */
public interface Duties {

    /**
     * A piece of work that recurs.
     *
     * @param name 1 to 60 characters
     * @param every how long it need not be done again
     * @param hold who has been at it for longer is taken for dead. It may come back all the same, so it must do no harm
     *     that two are at it
     */
    record Duty(String name, Duration every, Duration hold) {
        public Duty {
            Require.word(name, 60, "name");
            Require.positive(every, "every");
            Require.positive(hold, "hold");
        }
    }

    /**
     * Does the work, unless somebody is at it, or did it within its period. Work that throws counts as not done, and
     * what it throws is thrown on.
     *
     * @return whether it was done here
     */
    default boolean perform(Duty duty, Instant now, Runnable work) {
        return performFrom(duty, now, place -> {
            work.run();
            return place;
        });
    }

    /**
     * The same, with a turn's share of work that takes many turns, whoever has the next one.
     *
     * @param work given where the turn before has ended, empty at first; answers with where the next one is to go on.
     *     Should it throw, or be taken for dead, the next one begins where it did
     */
    boolean performFrom(Duty duty, Instant now, UnaryOperator<String> work);
}
