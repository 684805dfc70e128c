package io.productsnap.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * At most {@code count} hits in any stretch of time that is {@code per} long: a true sliding window, without the double
 * ration that a fixed one gives at its edge.
 *
 * @param count hits, >= 1
 * @param per the length of the window, positive
 */
public record SlidingWindow(int count, Duration per) {

    public SlidingWindow {
        Require.atLeast(1, count, "count");
        Require.positive(per, "per");
    }

    /**
     * Reads {@code 5/PT5M}: five in five minutes.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    public static SlidingWindow parse(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            if (parts.length == 2) {
                return new SlidingWindow(Integer.parseInt(parts[0].strip()), Duration.parse(parts[1].strip()));
            }
        } catch (NumberFormatException | DateTimeParseException notOne) {
            throw new IllegalArgumentException("a limit is written count/duration, as 5/PT5M: " + text, notOne);
        }
        throw new IllegalArgumentException("a limit is written count/duration, as 5/PT5M: " + text);
    }

    /** Hits at or before this moment no longer count. */
    public Instant edge(Instant now) {
        return now.minus(per);
    }

    /**
     * @param hits those of the past, oldest first
     * @return how long to wait until one more fits; empty when it fits now
     */
    public Optional<Duration> untilFree(List<Instant> hits, Instant now) {
        List<Instant> live = hits.stream().filter(hit -> hit.isAfter(edge(now))).toList();
        return live.size() < count
                ? Optional.empty()
                : Optional.of(
                        Duration.between(now, live.get(live.size() - count).plus(per)));
    }
}
