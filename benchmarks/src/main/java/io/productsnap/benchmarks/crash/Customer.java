package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Deed.What;
import io.productsnap.core.job.Cancellation;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobStatus;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Readmission;
import io.productsnap.core.policy.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One owner, who submits jobs and changes his mind about them. All of an owner's wishes come from one thread. */
final class Customer {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(100).toNanos();

    private final Owner owner;
    private final Office office;
    private final Ledger ledger;
    private final Needs needs;
    private long looked = System.nanoTime();
    private boolean hasEnough;

    Customer(Owner owner, Office office, Ledger ledger, Needs needs) {
        this.owner = owner;
        this.office = office;
        this.ledger = ledger;
        this.needs = needs;
    }

    /** He does the next thing that comes to his mind; nothing when enough of his jobs wait. */
    void visit() {
        if (hasEnough()) {
            return;
        }
        if (needs.isAWish()) {
            wish();
        } else {
            submit();
        }
    }

    private boolean hasEnough() {
        long now = System.nanoTime();
        if (now - looked > LOOK_EVERY_NANOS) {
            looked = now;
            hasEnough = insist(() -> office.areWaiting(needs.habits().queue(), owner));
        }
        return hasEnough;
    }

    private void submit() {
        if (needs.insists()) {
            submitTwice();
        } else {
            submitOnce(needs.delay().map(Instant.now()::plus));
        }
    }

    private void submitOnce(Optional<Instant> notBefore) {
        Instant asked = Instant.now();
        try {
            needs.order(owner).submit(office, Idempotency.none(), notBefore).ifPresent(job -> submitted(asked, job));
        } catch (Unavailable lost) {
            ledger.unanswered(owner);
        }
    }

    /** Under one key, until there is an answer, and once more. */
    private void submitTwice() {
        Idempotency key = new Idempotency.Keyed(needs.key(), "the same");
        Instant asked = Instant.now();
        for (int i = 0; i < 2; i++) {
            Order order = needs.order(owner);
            insist(() -> order.submit(office, key, Optional.empty())).ifPresent(job -> submitted(asked, job));
        }
    }

    private void submitted(Instant asked, Job job) {
        Story story = ledger.of(owner, job.id());
        if (story.did(What.SUBMITTED).isEmpty()) {
            story.add(Deed.submitted(asked, job));
        }
    }

    /** Any wish, for any of his jobs. */
    private void wish() {
        List<Story> stories = ledger.storiesOf(owner).stream()
                .filter(story -> !story.isOver())
                .toList();
        if (stories.isEmpty()) {
            return;
        }
        Story story = needs.anyOf(stories);
        Optional<Job> found = insist(() -> office.jobs().find(owner, story.job()));
        if (found.isEmpty()) {
            return; // lost, and the judges will see that
        }
        JobStatus status = found.get().state().status();
        if (status == JobStatus.FAILED) {
            readmitOrRemove(story, found.get());
        } else if (status == JobStatus.COMPLETED) {
            remove(story, found.get());
        } else if (needs.nowAndThen()) {
            remove(story, found.get());
        } else {
            cancel(story);
        }
    }

    private void readmitOrRemove(Story story, Job failed) {
        if (needs.nowAndThen()) {
            remove(story, failed);
        } else {
            readmit(story, failed);
        }
    }

    private void cancel(Story story) {
        Instant asked = Instant.now();
        Cancellation answer = insist(() -> office.engine().cancel(owner, story.job()));
        answer.<Optional<Job>>fold(
                        cancelled -> Optional.of(cancelled.job()),
                        // By an earlier try of ours whose answer was lost, if anybody's.
                        tooLate -> Optional.of(tooLate.job())
                                .filter(job -> job.state().status() == JobStatus.CANCELLED),
                        Optional::empty)
                .ifPresent(job -> story.add(Deed.cancelled(asked, job)));
    }

    private void readmit(Story story, Job failed) {
        Instant asked = Instant.now();
        Readmission answer = insist(() -> office.engine().readmit(owner, story.job()));
        // He alone readmits, and it had failed: what has not failed any more was readmitted by an earlier try.
        answer.<Optional<Job>>fold(
                        readmitted -> Optional.of(readmitted.job()),
                        notFailed -> Optional.of(notFailed.job()),
                        usedUp -> Optional.empty(),
                        Optional::empty)
                .ifPresent(job -> story.add(Deed.readmitted(asked, failed, job)));
    }

    /** @param before how he found it a moment ago: it may have gone on since */
    private void remove(Story story, Job before) {
        Instant asked = Instant.now();
        insist(() -> office.remove(before));
        story.add(Deed.removed(asked, before));
    }

    private <T> T insist(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (Unavailable lost) {
                Patience.rest(BETWEEN_TRIES);
            }
        }
    }
}
