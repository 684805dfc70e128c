package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Violation.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Postgres had nothing to object to, and customers met nothing worse than a store that is away. A deadlock is an error
 * here, and so is what a constraint had to forbid: it held, but the locks that should have kept it from being tried did
 * not.
 */
final class NoErrors implements Judge {

    private static final String ERROR = "ERROR:  ";

    /** A lane that a frozen process has locked: whoever waits for it gives up after a while, and comes back. */
    private static final String WAITED_LONG_ENOUGH = "canceling statement";

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> broken = new ArrayList<>();
        Map<String, Long> errors = evidence.postgresLog().lines().stream()
                .filter(line -> line.contains(ERROR) && !line.contains(WAITED_LONG_ENOUGH))
                .map(line -> line.substring(line.indexOf(ERROR) + ERROR.length()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        errors.forEach((error, times) -> broken.add(new Violation(Promise.NO_ERRORS, times + " times: " + error)));
        evidence.ledger()
                .failures()
                .forEach(failure -> broken.add(new Violation(
                        Promise.NO_ERRORS,
                        "a customer met " + failure.getClass().getSimpleName())));
        return broken;
    }
}
