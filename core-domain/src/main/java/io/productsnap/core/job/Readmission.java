package io.productsnap.core.job;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of an owner's wish to have a failed job done again. */
public sealed interface Readmission {

    <T> T fold(
            Function<Readmitted, T> readmitted,
            Function<NotFailed, T> notFailed,
            Function<QuotaUsedUp, T> quotaUsedUp,
            Supplier<T> unknown);

    /** It is queued again, counted anew, with both budgets of retries whole. */
    record Readmitted(Job job) implements Readmission {
        @Override
        public <T> T fold(
                Function<Readmitted, T> readmitted,
                Function<NotFailed, T> notFailed,
                Function<QuotaUsedUp, T> quotaUsedUp,
                Supplier<T> unknown) {
            return readmitted.apply(this);
        }
    }

    /** Only what has failed is done again. */
    record NotFailed(Job job) implements Readmission {
        @Override
        public <T> T fold(
                Function<Readmitted, T> readmitted,
                Function<NotFailed, T> notFailed,
                Function<QuotaUsedUp, T> quotaUsedUp,
                Supplier<T> unknown) {
            return notFailed.apply(this);
        }
    }

    /**
     * The owner has used all that the terms allow.
     *
     * @param until when the quota is whole again; empty when never
     */
    record QuotaUsedUp(Optional<Instant> until) implements Readmission {
        @Override
        public <T> T fold(
                Function<Readmitted, T> readmitted,
                Function<NotFailed, T> notFailed,
                Function<QuotaUsedUp, T> quotaUsedUp,
                Supplier<T> unknown) {
            return quotaUsedUp.apply(this);
        }
    }

    /** The owner has no such job. */
    record Unknown() implements Readmission {
        @Override
        public <T> T fold(
                Function<Readmitted, T> readmitted,
                Function<NotFailed, T> notFailed,
                Function<QuotaUsedUp, T> quotaUsedUp,
                Supplier<T> unknown) {
            return unknown.get();
        }
    }
}
