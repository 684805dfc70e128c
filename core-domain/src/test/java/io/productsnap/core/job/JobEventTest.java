package io.productsnap.core.job;

import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.Attempts;
import io.productsnap.core.property.ForAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class JobEventTest {

    private static final JobId JOB = aJobId();

    private static JobEvent event(long fence, JobState state) {
        return JobEvent.of(JOB, fence, state, Attempts.NONE);
    }

    private static JobEvent queued(long fence) {
        return event(fence, new JobState.Queued(NOW));
    }

    private static JobEvent processing(long fence, int percent) {
        return event(fence, new JobState.Processing(NOW, percent));
    }

    /** A life of a job: some runs that end in the queue again, and a last one that ends it. */
    private static List<JobEvent> aLife(SplittableRandom random) {
        List<JobEvent> life = new ArrayList<>();
        life.add(queued(0));
        long fence = 0;
        for (int runs = 1 + random.nextInt(5); runs > 0; runs--) {
            fence += 1 + random.nextLong(1_000_000);
            for (int percent = 0; percent <= 100; percent += 1 + random.nextInt(40)) {
                life.add(processing(fence, percent));
            }
            if (runs > 1) {
                life.add(queued(fence));
            }
        }
        life.add(event(fence, anEnd(random)));
        return life;
    }

    private static JobState anEnd(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> new JobState.Completed(NOW, NOW, "result");
            case 1 -> new JobState.Failed(Optional.of(NOW), NOW, "why");
            default -> new JobState.Cancelled(Optional.of(NOW), NOW);
        };
    }

    @Test
    void theSequenceRisesThroughAllOfALife() {
        ForAll.cases(JobEventTest::aLife, life -> {
            for (int i = 1; i < life.size(); i++) {
                assertTrue(
                        life.get(i).sequence() > life.get(i - 1).sequence(),
                        life.get(i) + " does not come after " + life.get(i - 1));
            }
        });
    }

    @Test
    void aJobThatNeverRanEndsAfterItWasQueuedToo() {
        assertTrue(event(0, new JobState.Cancelled(Optional.empty(), NOW)).sequence()
                > queued(0).sequence());
        assertTrue(event(0, new JobState.Failed(Optional.empty(), NOW, "why")).sequence()
                > queued(0).sequence());
    }

    @Test
    void everyProcessFindsTheSameNumber() {
        Job job = new Job(
                JOB,
                new Owner("ann"),
                new JobSpec(new JobKind("test"), "", ""),
                NOW,
                Attempts.NONE,
                7,
                new JobState.Processing(NOW, 40));

        assertEquals(processing(7, 40), JobEvent.of(job));
    }
}
