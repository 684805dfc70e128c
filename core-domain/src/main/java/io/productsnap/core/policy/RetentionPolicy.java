package io.productsnap.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long jobs that have ended are kept, and what they produced.
 *
 * @param completed of those that are done, by the tier that their owner has now
 * @param otherwise of those that are done, where the owner has none of these tiers
 * @param failed of those that came to nothing, whoever's they are
 */
public record RetentionPolicy(Map<String, Duration> completed, Duration otherwise, Duration failed) {

    public RetentionPolicy {
        completed = Map.copyOf(completed);
        completed.values().forEach(time -> Require.positive(time, "completed"));
        Require.positive(otherwise, "otherwise");
        Require.positive(failed, "failed");
    }

    /** Keeps everything for so long. */
    public static RetentionPolicy of(Duration time) {
        return new RetentionPolicy(Map.of(), time, time);
    }

    /** The same, but for what is done of owners of a tier. */
    public RetentionPolicy with(String tier, Duration time) {
        Map<String, Duration> more = new HashMap<>(completed);
        more.put(tier, time);
        return new RetentionPolicy(more, otherwise, failed);
    }

    public RetentionPolicy withFailed(Duration time) {
        return new RetentionPolicy(completed, otherwise, time);
    }

    /** A job that was done before this moment is to go. */
    public Instant completedBefore(Optional<String> tier, Instant now) {
        return now.minus(
                tier.flatMap(word -> Optional.ofNullable(completed.get(word))).orElse(otherwise));
    }

    /** A job that came to nothing before this moment is to go. */
    public Instant failedBefore(Instant now) {
        return now.minus(failed);
    }
}
