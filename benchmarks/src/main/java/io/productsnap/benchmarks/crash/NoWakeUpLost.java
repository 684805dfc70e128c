package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Violation.Promise;
import java.util.List;

/** The backstop that opens closed lanes found none. Whatever it mends is a bug, and it says so in the log. */
final class NoWakeUpLost implements Judge {

    private static final String MENDED = " LaneMending ";

    @Override
    public List<Violation> judge(Evidence evidence) {
        return evidence.crew().all().stream()
                .flatMap(hand -> hand.log().lines())
                .filter(line -> line.contains(MENDED))
                .map(line -> new Violation(Promise.WAKE_UPS, line))
                .toList();
    }
}
