package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobEvents;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.signal.Signals.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What {@link JobEvents} must do. Events may be lost or doubled, so these tests publish until one has come. */
public interface JobEventsContract {

    JobEvents events();

    private static JobEvent event(JobId job, JobState state) {
        return JobEvent.of(job, 7, state, new Attempts(1, 2));
    }

    private static JobEvent progress(JobId job, int percent) {
        return event(job, new JobState.Processing(NOW, percent));
    }

    private void watching(JobId job, Consumer<Queue<JobEvent>> test) {
        Queue<JobEvent> seen = new ConcurrentLinkedQueue<>();
        Subscription subscription = events().watch(job, seen::add);
        try {
            test.accept(seen);
        } finally {
            subscription.close();
        }
    }

    private void publishUntilIn(Queue<JobEvent> seen, JobEvent event) {
        Eventually.until(() -> {
            events().publish(event);
            return seen.contains(event);
        });
    }

    @Test
    default void anEventOfEveryStateArrivesAsItWasPublished() {
        List<JobState> states = List.of(
                new JobState.Queued(NOW),
                new JobState.Processing(NOW, 40),
                new JobState.Completed(NOW, NOW.plusSeconds(1), "a=ü&b=\n\"'\\ 漢字"),
                new JobState.Failed(Optional.of(NOW), NOW.plusSeconds(1), "Eine Störung: \"1\"\n2"),
                new JobState.Failed(Optional.empty(), NOW, "never started"),
                new JobState.Cancelled(Optional.of(NOW), NOW.plusSeconds(1)),
                new JobState.Cancelled(Optional.empty(), NOW));
        JobId job = aJobId();

        watching(job, seen -> states.forEach(state -> publishUntilIn(seen, event(job, state))));
    }

    @Test
    default void allWhoWatchAJobAreTold() {
        JobId job = aJobId();

        watching(
                job,
                first -> watching(job, second -> {
                    publishUntilIn(first, progress(job, 1));
                    publishUntilIn(second, progress(job, 2));
                }));
    }

    @Test
    default void whoWatchesOneJobIsToldNothingOfAnother() {
        JobId mine = aJobId();
        JobId others = aJobId();

        watching(
                mine,
                seenOfMine -> watching(others, seenOfOthers -> {
                    publishUntilIn(seenOfOthers, progress(others, 1));
                    publishUntilIn(seenOfMine, progress(mine, 1));

                    assertEquals(Set.of(progress(mine, 1)), Set.copyOf(seenOfMine));
                    assertEquals(Set.of(progress(others, 1)), Set.copyOf(seenOfOthers));
                }));
    }

    @Test
    default void whoHasClosedIsToldNothingAndOthersStillAre() {
        JobId job = aJobId();
        Queue<JobEvent> closed = new ConcurrentLinkedQueue<>();

        watching(job, open -> {
            Subscription goes = events().watch(job, closed::add);
            publishUntilIn(closed, progress(job, 1));
            goes.close();
            goes.close();
            publishUntilIn(open, progress(job, 2));
        });

        assertFalse(closed.contains(progress(job, 2)));
    }

    @Test
    default void whatNobodyWatchesIsPublishedWithoutHarm() {
        JobId job = aJobId();
        events().publish(progress(job, 1));

        watching(job, seen -> publishUntilIn(seen, progress(job, 2)));
    }
}
