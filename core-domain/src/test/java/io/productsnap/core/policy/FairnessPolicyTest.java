package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FairnessPolicyTest {

    /** Owners with more jobs than can be run, served one by one. */
    private static final class Queue {
        private final FairnessPolicy[] policies;
        private final long[] times;
        private final int[] served;
        private long floor;

        Queue(int... weights) {
            policies = Arrays.stream(weights).mapToObj(FairnessPolicy::new).toArray(FairnessPolicy[]::new);
            times = new long[weights.length];
            served = new int[weights.length];
        }

        void serve(int jobs, int first, int end) {
            for (int i = 0; i < jobs; i++) {
                int next = IntStream.range(first, end)
                        .boxed()
                        .min(Comparator.comparingLong(owner -> FairnessPolicy.standing(times[owner], floor)))
                        .orElseThrow();
                floor = FairnessPolicy.standing(times[next], floor);
                times[next] = policies[next].after(floor, 1);
                served[next]++;
            }
        }
    }

    @Test
    void aHeavierOwnersTimeMovesSlower() {
        assertEquals(5_000, FairnessPolicy.EVEN.after(4_000, 1));
        assertEquals(4_250, new FairnessPolicy(4).after(4_000, 1));
        assertEquals(4_750, new FairnessPolicy(4).after(4_000, 3));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FairnessPolicy(0));
        assertThrows(IllegalArgumentException.class, () -> new FairnessPolicy(1_001));
        assertThrows(IllegalArgumentException.class, () -> FairnessPolicy.EVEN.after(0, -1));
    }

    @Test
    void ownersAreServedByTheirWeights() {
        Queue queue = new Queue(1, 4, 1);

        queue.serve(600, 0, 3);

        assertEquals(100, queue.served[0], 1);
        assertEquals(400, queue.served[1], 1);
        assertEquals(100, queue.served[2], 1);
    }

    @Test
    void whoWasAwayHasEarnedNothing() {
        Queue queue = new Queue(1, 1);
        queue.serve(1_000, 0, 1);

        queue.serve(100, 0, 2);

        assertEquals(50, queue.served[1], 1);
    }

    @Test
    void nobodyWaitsLongerThanItTakesToServeTheOthersByTheirWeights() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 200; round++) {
            int[] weights = random.ints(random.nextInt(1, 20), 1, 11).toArray();
            Queue queue = new Queue(weights);
            int turn = Arrays.stream(weights).sum();

            queue.serve(10 * turn, 0, weights.length);

            for (int owner = 0; owner < weights.length; owner++) {
                // Thousandths that do not divide by a weight are dropped: a job in a thousand, at most.
                assertEquals(10 * weights[owner], queue.served[owner], 1 + weights.length / 2.0);
            }
        }
    }

    @Test
    void timeNeverGoesBack() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 10_000; i++) {
            long time = random.nextLong(1L << 50);
            long floor = random.nextLong(1L << 50);
            FairnessPolicy policy = new FairnessPolicy(random.nextInt(1, 1_001));
            long standing = FairnessPolicy.standing(time, floor);

            assertTrue(standing >= time && standing >= floor);
            assertTrue(policy.after(standing, 1) > standing);
            assertTrue(policy.after(standing, 2) > policy.after(standing, 1));
        }
    }
}
