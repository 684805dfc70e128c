package io.productsnap.core.job;

import io.productsnap.core.policy.Failure;
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

    /** @param result in the handler's words */
    record Produced(String result) implements Outcome {
        @Override
        public <T> T fold(Function<Produced, T> produced, Function<Failed, T> failed) {
            return produced.apply(this);
        }
    }

    /** It came to nothing. */
    record Failed(Failure failure) implements Outcome {
        @Override
        public <T> T fold(Function<Produced, T> produced, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }
}
