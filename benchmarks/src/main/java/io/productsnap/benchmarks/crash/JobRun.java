package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Fence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of one job, as its own worker wrote it down.
 *
 * @param ended empty when its process was killed before it could say so
 * @param hand whose it was
 */
record JobRun(Fence fence, String owner, Instant started, Optional<Instant> ended, Hand hand) {

    /** Until when it may have worked, or been about to. */
    Instant over() {
        return ended.or(hand::killed).orElse(Instant.MAX);
    }

    /** Whether it was cut short by a SIGKILL. */
    boolean wasKilled() {
        return ended.isEmpty() && hand.killed().isPresent();
    }

    /**
     * When it worked. A frozen process does nothing, so its runs do not count while it is; nor in the moment that it is
     * given after it was woken, in which it finds out that its time is over.
     */
    List<Span> atWork(Duration toWakeUp) {
        List<Span> spans = new ArrayList<>();
        Instant from = started;
        for (Span frozen : hand.frozen()) {
            if (frozen.to().isAfter(from) && frozen.from().isBefore(over())) {
                spans.add(new Span(from, frozen.from()));
                from = frozen.to().plus(toWakeUp);
            }
        }
        spans.add(new Span(from, over()));
        return spans.stream().filter(span -> span.from().isBefore(span.to())).toList();
    }

    /** How long it went on after its process was woken, if it was frozen in the middle of it; it may be frozen again. */
    Duration awake() {
        return atWork(Duration.ZERO).stream()
                .filter(span -> span.from().isAfter(started) && span.to().isBefore(Instant.MAX))
                .map(Span::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
