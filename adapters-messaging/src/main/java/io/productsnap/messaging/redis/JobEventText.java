package io.productsnap.messaging.redis;

import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.JobState.Cancelled;
import io.productsnap.core.job.JobState.Completed;
import io.productsnap.core.job.JobState.Failed;
import io.productsnap.core.job.JobState.Processing;
import io.productsnap.core.job.JobState.Queued;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Require;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Job events as text: {@code sequence crashes errors state}, and then what the state knows, free text last. The job is
 * not in it: the channel says which.
 */
final class JobEventText {

    /** Longer ones are none of ours. */
    private static final int LONGEST = 64 * 1024;

    private static final String NEVER = "-";

    private JobEventText() {}

    static String write(JobEvent event) {
        Attempts attempts = event.attempts();
        return event.sequence() + " " + attempts.crashes() + " " + attempts.errors() + " " + write(event.state());
    }

    private static String write(JobState state) {
        return state.fold(
                queued -> "queued " + queued.due(),
                processing -> "processing " + processing.started() + " " + processing.progress(),
                completed -> "completed " + completed.started() + " " + completed.finished() + " " + completed.result(),
                failed -> "failed " + write(failed.started()) + " " + failed.finished() + " " + failed.reason(),
                cancelled -> "cancelled " + write(cancelled.started()) + " " + cancelled.finished());
    }

    private static String write(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(NEVER);
    }

    /** @return the event that {@code text} tells; empty when it tells none */
    static Optional<JobEvent> read(JobId job, String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Words words = new Words(text);
            long sequence = words.number(Long.MAX_VALUE);
            Attempts attempts = new Attempts(words.integer(), words.integer());
            return Optional.of(new JobEvent(job, sequence, state(words), attempts));
        } catch (IllegalArgumentException | DateTimeException noEvent) {
            return Optional.empty();
        }
    }

    private static JobState state(Words words) {
        String state = words.next();
        return switch (state) {
            case "queued" -> new Queued(Instant.parse(words.rest()));
            case "processing" -> new Processing(Instant.parse(words.next()), percent(words.rest()));
            case "completed" -> new Completed(Instant.parse(words.next()), Instant.parse(words.next()), words.rest());
            case "failed" -> new Failed(time(words.next()), Instant.parse(words.next()), words.rest());
            case "cancelled" -> new Cancelled(time(words.next()), Instant.parse(words.rest()));
            default -> throw new IllegalArgumentException("no state: " + state);
        };
    }

    private static Optional<Instant> time(String word) {
        return word.equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(word));
    }

    private static int percent(String word) {
        int percent = Integer.parseInt(word);
        Require.that(percent >= 0 && percent <= 100, "no percentage: " + word);
        return percent;
    }
}
