package io.productsnap.core.job;

import io.productsnap.core.job.Settlement.Ending;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Finds out what is to be written about a run, and what is to be told of it once it is written. */
record Settling(RetryPolicy retry, StalePolicy stale, RandomGenerator random) {

    /** What a run produced although it was asked to end is good, if its fence is. */
    Ending of(Run run, Outcome outcome, Instant now) {
        return outcome.fold(
                produced -> new Settlement.Done(produced.result(), produced.mails()), failed -> switch (run.fate()) {
                    case GOES_ON -> after(failed.failure(), run.claim(), now);
                    case OVERDUE -> ofOverdue(run.claim(), now);
                    case RECALLED -> new Settlement.HandedBack();
                });
    }

    /** Of a run that does not end though its time is over. */
    Ending ofOverdue(Claim claim, Instant now) {
        return after(Failure.passing("The job took longer than " + stale.deadline() + "."), claim, now);
    }

    private Ending after(Failure failure, Claim claim, Instant now) {
        return retry.after(failure, claim.attempts(), now, random)
                .fold(again -> new Settlement.Retry(failure, again.when()), giveUp -> new Settlement.GivenUp(failure));
    }

    /** What has happened when the settlement was accepted. */
    static JobEvent event(Claim claim, Ending ending, Instant now) {
        return ending.fold(
                done -> event(claim, new JobState.Completed(claim.at(), now, done.result()), claim.attempts()),
                retry -> event(
                        claim,
                        new JobState.Queued(retry.due()),
                        claim.attempts().and(retry.failure().cause())),
                givenUp -> event(
                        claim,
                        new JobState.Failed(
                                Optional.of(claim.at()), now, givenUp.failure().message()),
                        claim.attempts()),
                handedBack -> event(claim, new JobState.Queued(now), claim.attempts()));
    }

    /** What has happened when a run began. */
    static JobEvent began(Claim claim) {
        return advanced(claim, 0);
    }

    static JobEvent advanced(Claim claim, int percent) {
        return event(claim, new JobState.Processing(claim.at(), percent), claim.attempts());
    }

    private static JobEvent event(Claim claim, JobState state, Attempts attempts) {
        return JobEvent.of(claim.job(), claim.fence().number(), state, attempts);
    }
}
