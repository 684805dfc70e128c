package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Deed.What;
import io.productsnap.benchmarks.crash.Violation.Promise;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was admitted has come to an end, with a reason where that is a failure; and nothing is there that nobody asked for. */
final class NothingLost implements Judge {

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> broken = new ArrayList<>();
        for (Story story : evidence.ledger().stories()) {
            if (story.did(What.REMOVED).isEmpty()) {
                wrong(Optional.ofNullable(evidence.jobs().get(story.job())), story)
                        .ifPresent(how ->
                                broken.add(new Violation(Promise.NOTHING_LOST, "job " + story.job() + " " + how)));
            }
        }
        unasked(evidence).forEach((owner, jobs) -> {
            if (jobs > evidence.ledger().unansweredOf(owner)) {
                broken.add(new Violation(
                        Promise.NOTHING_TWICE, owner + " has " + jobs + " jobs of which no answer ever told"));
            }
        });
        return broken;
    }

    private static Optional<String> wrong(Optional<Job> found, Story story) {
        if (found.isEmpty()) {
            return Optional.of("is gone");
        }
        Job job = found.get();
        boolean cancelled = story.did(What.CANCELLED).isPresent();
        return job.state()
                .fold(
                        queued -> Optional.of("still waits"),
                        processing -> Optional.of("still runs"),
                        completed -> cancelled ? Optional.of("was completed though cancelled") : Optional.empty(),
                        failed -> failed.reason().isBlank()
                                ? Optional.of("failed for no reason")
                                : cancelled ? Optional.of("failed though cancelled") : Optional.empty(),
                        off -> cancelled ? Optional.empty() : Optional.of("is cancelled, and nobody did that"));
    }

    private static Map<Owner, Long> unasked(Evidence evidence) {
        return evidence.jobs().values().stream()
                .filter(job -> !evidence.ledger().knows(job.id()))
                .collect(Collectors.groupingBy(Job::owner, Collectors.counting()));
    }
}
