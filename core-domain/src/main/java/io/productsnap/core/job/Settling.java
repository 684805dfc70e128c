package io.productsnap.core.job;

import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.RetryPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Finds out what is to be written about a run, and what is to be told of it once it is written. */
record Settling(RetryPolicy retry, RandomGenerator random) {

    Settlement of(Claim claim, Outcome outcome, Instant now) {
        return outcome.fold(
                produced -> new Settlement(claim.fence(), claim.owner(), new Settlement.Done(produced.result())),
                failed -> of(claim, failed.failure(), now));
    }

    Settlement of(Claim claim, Failure failure, Instant now) {
        Settlement.Ending ending = retry.after(failure, claim.attempts(), now, random)
                .fold(again -> new Settlement.Retry(failure, again.when()), giveUp -> new Settlement.GivenUp(failure));
        return new Settlement(claim.fence(), claim.owner(), ending);
    }

    /** Of a run that was asked to end: what it produced all the same is good if its fence is. */
    Settlement ofRecalled(Claim claim, Outcome outcome, Instant now) {
        return outcome.fold(produced -> of(claim, produced, now), failed -> handedBack(claim));
    }

    Settlement handedBack(Claim claim) {
        return new Settlement(claim.fence(), claim.owner(), new Settlement.HandedBack());
    }

    /** What has happened when the settlement was accepted. */
    static JobEvent event(Claim claim, Settlement settlement, Instant now) {
        return settlement
                .ending()
                .fold(
                        done -> event(claim, new JobState.Completed(claim.at(), now, done.result()), claim.attempts()),
                        retry -> event(
                                claim,
                                new JobState.Queued(retry.due()),
                                claim.attempts().and(retry.failure().cause())),
                        givenUp -> event(
                                claim,
                                new JobState.Failed(
                                        Optional.of(claim.at()),
                                        now,
                                        givenUp.failure().message()),
                                claim.attempts()),
                        handedBack -> event(claim, new JobState.Queued(now), claim.attempts()));
    }

    /** What has happened when a run began. */
    static JobEvent began(Claim claim) {
        return event(claim, new JobState.Processing(claim.at(), 0), claim.attempts());
    }

    private static JobEvent event(Claim claim, JobState state, Attempts attempts) {
        return JobEvent.of(claim.job(), claim.fence().number(), state, attempts);
    }
}
