package io.productsnap.core.job;

import io.productsnap.core.policy.Require;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of an owner's jobs to list, newest first.
 *
 * @param status only those; all when empty
 * @param limit 1 to 100
 */
public record JobQuery(Optional<JobStatus> status, From from, int limit) {

    public static final int MOST = 100;

    public JobQuery {
        Require.that(limit >= 1 && limit <= MOST, "limit must be 1 to " + MOST + ": " + limit);
    }

    /** Where a page begins. */
    public sealed interface From {
        <T> T fold(Function<Offset, T> offset, Function<Before, T> before);
    }

    /** After leaving out the newest {@code count}. */
    public record Offset(int count) implements From {
        public static final int MOST = 10_000;

        public Offset {
            Require.that(count >= 0 && count <= MOST, "offset must be 0 to " + MOST + ": " + count);
        }

        @Override
        public <T> T fold(Function<Offset, T> offset, Function<Before, T> before) {
            return offset.apply(this);
        }
    }

    /** With the newest that is older than {@code job}, whether or not that one still exists. */
    public record Before(JobId job) implements From {
        @Override
        public <T> T fold(Function<Offset, T> offset, Function<Before, T> before) {
            return before.apply(this);
        }
    }
}
