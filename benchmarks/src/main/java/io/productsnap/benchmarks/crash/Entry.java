package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobId;
import java.time.Instant;

/**
 * A line of a worker's journal.
 *
 * @param word of a start the owner, of an end how it came, of an answer the state that the job is in
 */
record Entry(Instant at, What what, Fence run, String word) {

    /** What a worker writes down. */
    enum What {
        /** The handler begins to work. */
        STARTED,
        /** It does not work any more. */
        ENDED,
        /** What the run came to was not accepted. */
        REFUSED,
        /** The store has taken a run's end for good: what a worker said of its own, or took from a dead one. */
        ACCEPTED
    }

    String line() {
        return "%s %s %s %d %s%n".formatted(at, what, run.job(), run.number(), word);
    }

    static Entry read(String line) {
        String[] words = line.split(" ", 5);
        JobId job = JobId.parse(words[2]).orElseThrow(() -> new IllegalArgumentException("no entry: " + line));
        return new Entry(
                Instant.parse(words[0]), What.valueOf(words[1]), new Fence(job, Long.parseLong(words[3])), words[4]);
    }
}
