package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Violation.Promise;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sweeps over the starts and ends that the handlers wrote down: at no moment did more of an owner's jobs run than the cap,
 * and at none did two runs of one job.
 *
 * <p>A killed process's runs end when it does. A frozen one's do not count while it is frozen, since it does nothing then;
 * woken, it has half a lease to find out that its time is over, which is many times what it is meant to need. After that
 * they count again: a worker that runs on in the belief that it still holds the lease is found out.
 */
final class CapsHeld implements Judge {

    private record Step(Instant at, int by) {}

    @Override
    public List<Violation> judge(Evidence evidence) {
        Duration toWakeUp = evidence.crew().lease().dividedBy(2);
        Map<Owner, List<Span>> ofOwners = new HashMap<>();
        Map<JobId, List<Span>> ofJobs = new HashMap<>();
        for (JobRun run : evidence.runs()) {
            List<Span> spans = run.atWork(toWakeUp);
            ofOwners.computeIfAbsent(new Owner(run.owner()), first -> new ArrayList<>())
                    .addAll(spans);
            ofJobs.computeIfAbsent(run.fence().job(), first -> new ArrayList<>())
                    .addAll(spans);
        }
        List<Violation> broken = new ArrayList<>();
        ofOwners.forEach((owner, spans) -> exceeded(
                        "jobs of " + owner,
                        spans,
                        evidence.ledger().termsOf(owner).cap())
                .ifPresent(broken::add));
        ofJobs.forEach((job, spans) -> exceeded("runs of " + job, spans, 1).ifPresent(broken::add));
        return broken;
    }

    private static Optional<Violation> exceeded(String whose, List<Span> spans, int cap) {
        int most = most(spans);
        return most <= cap
                ? Optional.empty()
                : Optional.of(
                        new Violation(Promise.CAP, "%d %s at once, and the cap is %d".formatted(most, whose, cap)));
    }

    /** How many of them there were at one moment. */
    static int most(List<Span> spans) {
        List<Step> steps = new ArrayList<>();
        for (Span span : spans) {
            steps.add(new Step(span.from(), 1));
            steps.add(new Step(span.to(), -1));
        }
        // One that ends at the moment that another starts is not beside it.
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::by));
        int now = 0;
        int most = 0;
        for (Step step : steps) {
            now += step.by();
            most = Math.max(most, now);
        }
        return most;
    }
}
