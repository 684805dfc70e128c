package io.productsnap.core.job;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Where a job is in its life, with what is known only there. */
public sealed interface JobState {

    JobStatus status();

    <T> T fold(
            Function<Queued, T> queued,
            Function<Processing, T> processing,
            Function<Completed, T> completed,
            Function<Failed, T> failed,
            Function<Cancelled, T> cancelled);

    /** 0 to 100. */
    default int progress() {
        return fold(queued -> 0, Processing::progress, completed -> 100, failed -> 0, cancelled -> 0);
    }

    /** From when on it may be started, while it waits. */
    default Optional<Instant> dueAt() {
        return fold(
                queued -> Optional.of(queued.due()),
                processing -> Optional.empty(),
                completed -> Optional.empty(),
                failed -> Optional.empty(),
                cancelled -> Optional.empty());
    }

    /** When the last run started. */
    default Optional<Instant> startedAt() {
        return fold(
                queued -> Optional.empty(),
                processing -> Optional.of(processing.started()),
                completed -> Optional.of(completed.started()),
                Failed::started,
                Cancelled::started);
    }

    /** When it came to its end. */
    default Optional<Instant> finishedAt() {
        return fold(
                queued -> Optional.empty(),
                processing -> Optional.empty(),
                completed -> Optional.of(completed.finished()),
                failed -> Optional.of(failed.finished()),
                cancelled -> Optional.of(cancelled.finished()));
    }

    /** Why it failed. */
    default Optional<String> failure() {
        return fold(
                queued -> Optional.empty(),
                processing -> Optional.empty(),
                completed -> Optional.empty(),
                failed -> Optional.of(failed.reason()),
                cancelled -> Optional.empty());
    }

    /** What came of it, in the handler's words. */
    default Optional<String> produced() {
        return fold(
                queued -> Optional.empty(),
                processing -> Optional.empty(),
                completed -> Optional.of(completed.result()),
                failed -> Optional.empty(),
                cancelled -> Optional.empty());
    }

    /**
     * It waits.
     *
     * @param due not to be started before
     */
    record Queued(Instant due) implements JobState {
        @Override
        public JobStatus status() {
            return JobStatus.QUEUED;
        }

        @Override
        public <T> T fold(
                Function<Queued, T> queued,
                Function<Processing, T> processing,
                Function<Completed, T> completed,
                Function<Failed, T> failed,
                Function<Cancelled, T> cancelled) {
            return queued.apply(this);
        }
    }

    /** A worker has it. */
    record Processing(Instant started, int progress) implements JobState {
        @Override
        public JobStatus status() {
            return JobStatus.PROCESSING;
        }

        @Override
        public <T> T fold(
                Function<Queued, T> queued,
                Function<Processing, T> processing,
                Function<Completed, T> completed,
                Function<Failed, T> failed,
                Function<Cancelled, T> cancelled) {
            return processing.apply(this);
        }
    }

    /** It is done. */
    record Completed(Instant started, Instant finished, String result) implements JobState {
        @Override
        public JobStatus status() {
            return JobStatus.COMPLETED;
        }

        @Override
        public <T> T fold(
                Function<Queued, T> queued,
                Function<Processing, T> processing,
                Function<Completed, T> completed,
                Function<Failed, T> failed,
                Function<Cancelled, T> cancelled) {
            return completed.apply(this);
        }
    }

    /** It failed for good. */
    record Failed(Optional<Instant> started, Instant finished, String reason) implements JobState {
        @Override
        public JobStatus status() {
            return JobStatus.FAILED;
        }

        @Override
        public <T> T fold(
                Function<Queued, T> queued,
                Function<Processing, T> processing,
                Function<Completed, T> completed,
                Function<Failed, T> failed,
                Function<Cancelled, T> cancelled) {
            return failed.apply(this);
        }
    }

    /** Its owner called it off. */
    record Cancelled(Optional<Instant> started, Instant finished) implements JobState {
        @Override
        public JobStatus status() {
            return JobStatus.CANCELLED;
        }

        @Override
        public <T> T fold(
                Function<Queued, T> queued,
                Function<Processing, T> processing,
                Function<Completed, T> completed,
                Function<Failed, T> failed,
                Function<Cancelled, T> cancelled) {
            return cancelled.apply(this);
        }
    }
}
