package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Entry.What;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What a scenario has before it, and what it can wait for. */
record Stage(Ground ground, Crew crew) {

    private static final int SOME = 20;

    /** Waits until customers and workers are at it. */
    void awaitBurst() {
        Patience.until("workers are busy", () -> crew.atWork().stream().noneMatch(Stage::isIdle));
    }

    /** Waits until some more runs have ended. */
    void goOn() {
        long enough = ended() + SOME;
        Patience.until("jobs go on", () -> ended() >= enough);
    }

    /** The one with the most under way, once one has some. */
    Hand busiest() {
        List<Hand> found = new ArrayList<>();
        Patience.until("a worker has jobs under way", () -> {
            crew.atWork().stream().filter(hand -> hand.open().size() >= 2).forEach(found::add);
            return !found.isEmpty();
        });
        return Collections.max(
                found, Comparator.comparingInt(hand -> hand.open().size()));
    }

    private static boolean isIdle(Hand hand) {
        return hand.entries().isEmpty();
    }

    private long ended() {
        return crew.all().stream()
                .flatMap(hand -> hand.entries().stream())
                .filter(entry -> entry.what() == What.ENDED)
                .count();
    }
}
