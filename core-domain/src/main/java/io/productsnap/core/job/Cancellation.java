package io.productsnap.core.job;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of an owner's wish to call a job off. */
public sealed interface Cancellation {

    <T> T fold(Function<Cancelled, T> cancelled, Function<TooLate, T> tooLate, Supplier<T> unknown);

    /** It is called off; a run of it that is under way is told to end, and writes nothing more. */
    record Cancelled(Job job) implements Cancellation {
        @Override
        public <T> T fold(Function<Cancelled, T> cancelled, Function<TooLate, T> tooLate, Supplier<T> unknown) {
            return cancelled.apply(this);
        }
    }

    /** It had come to its end before. */
    record TooLate(Job job) implements Cancellation {
        @Override
        public <T> T fold(Function<Cancelled, T> cancelled, Function<TooLate, T> tooLate, Supplier<T> unknown) {
            return tooLate.apply(this);
        }
    }

    /** The owner has no such job. */
    record Unknown() implements Cancellation {
        @Override
        public <T> T fold(Function<Cancelled, T> cancelled, Function<TooLate, T> tooLate, Supplier<T> unknown) {
            return unknown.get();
        }
    }
}
