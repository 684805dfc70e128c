package io.productsnap.core.job;

import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.Require;
import java.util.Objects;
import java.util.function.Function;

/** How a run ended. */
public sealed interface Outcome {

    <T> T fold(Function<Produced, T> produced, Function<Failed, T> failed);

    static Outcome produced(String result) {
        return new Produced(result);
    }

    static Outcome failed(Failure failure) {
        return new Failed(failure);
    }

    /** @param result in the handler's words, at most 1,000,000 characters */
    record Produced(String result) implements Outcome {
        public Produced {
            Require.storable(result, 1_000_000, "result");
        }

        @Override
        public <T> T fold(Function<Produced, T> produced, Function<Failed, T> failed) {
            return produced.apply(this);
        }
    }

    /** It came to nothing. */
    record Failed(Failure failure) implements Outcome {
        public Failed {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Produced, T> produced, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }
}
