package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Violation.Promise;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is counted against a quota is what its owner's jobs have cost, one by one. */
final class QuotaExact implements Judge {

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> broken = new ArrayList<>();
        for (Owner owner : evidence.ledger().terms().keySet()) {
            Charge charge = charge(owner, evidence);
            int used = evidence.office().jobs().usage(owner, Instant.now()).used();
            if (used < charge.least() || used > charge.most()) {
                broken.add(new Violation(
                        Promise.QUOTA, "%s has used %d, and its jobs have cost %s".formatted(owner, used, charge)));
            }
            if (used > evidence.ledger().termsOf(owner).quota().jobs()) {
                broken.add(new Violation(Promise.QUOTA, owner + " has used " + used + ", which is more than it may"));
            }
        }
        return broken;
    }

    static Charge charge(Owner owner, Evidence evidence) {
        Charge sum = new Charge(0, 0);
        for (Story story : evidence.ledger().storiesOf(owner)) {
            Optional<Job> now = Optional.ofNullable(evidence.jobs().get(story.job()));
            sum = sum.and(Charge.of(story, now, evidence.history(), evidence.answersCame()));
        }
        for (Job job : evidence.jobs().values()) {
            if (job.owner().equals(owner) && !evidence.ledger().knows(job.id())) {
                sum = sum.and(Charge.unheardOf(job));
            }
        }
        return sum;
    }
}
