package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Violation.Promise;
import java.util.List;

/** With all jobs at their end nothing waits, nothing runs, no place under a cap is taken, and no row contradicts another. */
final class NothingLeft implements Judge {

    @Override
    public List<Violation> judge(Evidence evidence) {
        return evidence.office().tables().left().stream()
                .map(thing -> new Violation(Promise.NOTHING_LEFT, thing))
                .toList();
    }
}
