package io.productsnap.core.job;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What became of a {@link JobRequest}. */
public sealed interface Admission {

    <T> T fold(
            Function<Admitted, T> admitted,
            Function<QuotaUsedUp, T> usedUp,
            Function<Repeated, T> repeated,
            Function<Conflict, T> conflict);

    /** It is queued, and counted. */
    record Admitted(Job job) implements Admission {
        @Override
        public <T> T fold(
                Function<Admitted, T> admitted,
                Function<QuotaUsedUp, T> usedUp,
                Function<Repeated, T> repeated,
                Function<Conflict, T> conflict) {
            return admitted.apply(this);
        }
    }

    /**
     * The owner's quota is used up; nothing was changed.
     *
     * @param until when the count starts anew; empty when it never does
     */
    record QuotaUsedUp(Optional<Instant> until) implements Admission {
        @Override
        public <T> T fold(
                Function<Admitted, T> admitted,
                Function<QuotaUsedUp, T> usedUp,
                Function<Repeated, T> repeated,
                Function<Conflict, T> conflict) {
            return usedUp.apply(this);
        }
    }

    /** The same request came before, and this is its job; nothing was counted again. */
    record Repeated(Job job) implements Admission {
        @Override
        public <T> T fold(
                Function<Admitted, T> admitted,
                Function<QuotaUsedUp, T> usedUp,
                Function<Repeated, T> repeated,
                Function<Conflict, T> conflict) {
            return repeated.apply(this);
        }
    }

    /** Another request came before under the same key; nothing was changed. */
    record Conflict() implements Admission {
        @Override
        public <T> T fold(
                Function<Admitted, T> admitted,
                Function<QuotaUsedUp, T> usedUp,
                Function<Repeated, T> repeated,
                Function<Conflict, T> conflict) {
            return conflict.apply(this);
        }
    }
}
