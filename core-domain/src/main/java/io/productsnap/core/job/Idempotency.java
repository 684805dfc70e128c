package io.productsnap.core.job;

import io.productsnap.core.policy.Require;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a submission is told from its own repetition. */
public sealed interface Idempotency {

    /** How long a key is remembered. */
    Duration LIFE = Duration.ofHours(24);

    <T> T fold(Supplier<T> none, Function<Keyed, T> keyed);

    static Idempotency none() {
        return new None();
    }

    /** Every submission is one of its own. */
    record None() implements Idempotency {
        @Override
        public <T> T fold(Supplier<T> none, Function<Keyed, T> keyed) {
            return none.get();
        }
    }

    /**
     * Under one key, of one owner, in {@link #LIFE}: one job.
     *
     * @param key chosen by the submitter, 1 to 255 characters, no control characters
     * @param fingerprint of the content: the same key with another one is a conflict
     */
    record Keyed(String key, String fingerprint) implements Idempotency {
        public Keyed {
            Require.word(key, 255, "key");
            Require.word(fingerprint, 128, "fingerprint");
        }

        @Override
        public <T> T fold(Supplier<T> none, Function<Keyed, T> keyed) {
            return keyed.apply(this);
        }
    }
}
