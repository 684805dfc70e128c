package io.productsnap.benchmarks.crash;

import java.util.List;

/** Finds out whether one promise was kept, from what customers and workers have seen. */
@FunctionalInterface
interface Judge {

    /** All there are. */
    List<Judge> ALL = List.of(
            new NothingLost(),
            new NothingTwice(),
            new CapsHeld(),
            new QuotaExact(),
            new NoZombieHeard(),
            new NoWakeUpLost(),
            new LiveViewTrue(),
            new FilesInOrder(),
            new NothingLeft(),
            new NoErrors());

    List<Violation> judge(Evidence evidence);
}
