package io.productsnap.core.inmemory;

import io.productsnap.core.inmemory.JobTable.Row;
import io.productsnap.core.job.Cancellation;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Settlement.Ending;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.RetryPolicy;
import java.time.Instant;
import java.util.Optional;

/** Ends claims, if their fence still holds. */
final class JobEndings {

    private final JobTable table;

    JobEndings(JobTable table) {
        this.table = table;
    }

    /** @return whether it is written, now or before */
    boolean settle(Settlement settlement, Instant now) {
        Fence fence = settlement.fence();
        table.recalled.remove(fence);
        Optional<Row> held = table.held(fence);
        held.ifPresent(row -> end(row, settlement.ending(), now));
        return held.isPresent() || isCompletedSo(settlement);
    }

    /** The same completion under the same fence: its sender has not heard our answer. */
    private boolean isCompletedSo(Settlement settlement) {
        return table.row(settlement.fence().job())
                .map(Row::job)
                .filter(job -> job.fence() == settlement.fence().number())
                .flatMap(job -> job.state().produced())
                .filter(result -> settlement.ending() instanceof Settlement.Done again
                        && again.result().equals(result))
                .isPresent();
    }

    /** The worker of this job is dead. */
    Job crash(Row row, RetryPolicy retry, Instant now) {
        Failure failure = Failure.crash("The job was interrupted too often. Please try again.");
        // A crash is retried at once: no delay is drawn.
        Ending ending = retry.after(failure, row.job().attempts(), now, () -> 0)
                .fold(again -> new Settlement.Retry(failure, again.when()), giveUp -> new Settlement.GivenUp(failure));
        return end(row, ending, now);
    }

    Cancellation cancel(Row row, Instant now) {
        Job job = row.job();
        return job.state()
                .fold(
                        queued -> {
                            refund(row);
                            return cancelled(row, now);
                        },
                        processing -> {
                            table.recall(row);
                            return cancelled(row, now);
                        },
                        completed -> new Cancellation.TooLate(job),
                        failed -> new Cancellation.TooLate(job),
                        cancelled -> new Cancellation.TooLate(job));
    }

    private Cancellation cancelled(Row row, Instant now) {
        Job job = row.job();
        JobState state = new JobState.Cancelled(job.state().startedAt(), now);
        Job ended = job.as(job.attempts(), state);
        table.save(new Row(ended, row.charged(), Optional.empty()), now);
        return new Cancellation.Cancelled(ended);
    }

    private void refund(Row row) {
        row.charged().ifPresent(period -> table.used.computeIfPresent(period, (p, used) -> used - 1));
    }

    private Job end(Row row, Ending ending, Instant now) {
        Job job = row.job();
        Instant started = job.state().startedAt().orElseThrow();
        Job ended = ending.fold(
                done -> job.as(job.attempts(), new JobState.Completed(started, now, done.result())),
                retry -> job.as(job.attempts().and(retry.failure().cause()), new JobState.Queued(retry.due())),
                givenUp -> job.as(
                        job.attempts(),
                        new JobState.Failed(
                                Optional.of(started), now, givenUp.failure().message())),
                handedBack -> job.as(job.attempts(), new JobState.Queued(now)));
        if (ending instanceof Settlement.GivenUp givenUp && givenUp.failure().isOurs()) {
            refund(row);
        }
        table.save(new Row(ended, row.charged(), Optional.empty()), now);
        return ended;
    }
}
