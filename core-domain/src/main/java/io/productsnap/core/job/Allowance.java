package io.productsnap.core.job;

import java.time.Instant;
import java.util.function.Function;

/** The terms that an owner has, now and later. They change by the clock alone: no job has to run for a plan to end. */
public sealed interface Allowance {

    /** The terms that hold at a moment. */
    Terms at(Instant now);

    <T> T fold(Function<Lasting, T> lasting, Function<Ending, T> ending);

    /** Terms without an end. */
    record Lasting(Terms terms) implements Allowance {
        @Override
        public Terms at(Instant now) {
            return terms;
        }

        @Override
        public <T> T fold(Function<Lasting, T> lasting, Function<Ending, T> ending) {
            return lasting.apply(this);
        }
    }

    /**
     * Terms that end.
     *
     * @param end the first moment at which {@code then} holds
     */
    record Ending(Terms terms, Instant end, Terms then) implements Allowance {
        @Override
        public Terms at(Instant now) {
            return now.isBefore(end) ? terms : then;
        }

        @Override
        public <T> T fold(Function<Lasting, T> lasting, Function<Ending, T> ending) {
            return ending.apply(this);
        }
    }
}
