package io.productsnap.core.policy;

import java.time.Instant;
import java.util.function.Function;

/** What is to become of a job whose run failed. */
public sealed interface Verdict {

    <T> T fold(Function<RetryAt, T> retry, Function<GiveUp, T> giveUp);

    /** Run it again, not before {@code when}. */
    record RetryAt(Instant when) implements Verdict {
        @Override
        public <T> T fold(Function<RetryAt, T> retry, Function<GiveUp, T> giveUp) {
            return retry.apply(this);
        }
    }

    /** It has failed for good. */
    record GiveUp(String reason) implements Verdict {
        @Override
        public <T> T fold(Function<RetryAt, T> retry, Function<GiveUp, T> giveUp) {
            return giveUp.apply(this);
        }
    }
}
