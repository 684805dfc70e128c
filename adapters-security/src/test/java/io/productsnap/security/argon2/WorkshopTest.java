package io.productsnap.security.argon2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Eventually;
import io.productsnap.core.user.PasswordHasher.Busy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class WorkshopTest {

    private static final Cost HEAVY = new Cost(Cost.OURS.memory() + 1, 1, 1);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void twoWorkAtOnceEachInMemoryOfItsOwn() throws Exception {
        Workshop workshop = new Workshop(2, 0);
        CyclicBarrier both = new CyclicBarrier(2);

        Future<BlockPool> one = threads.submit(() -> workshop.work(Cost.OURS, memory -> meet(both, memory)));
        Future<BlockPool> other = threads.submit(() -> workshop.work(Cost.OURS, memory -> meet(both, memory)));

        assertNotSame(one.get(), other.get());
    }

    @Test
    void whoeverComesWhenTheQueueIsFullIsSentAway() throws Exception {
        Workshop workshop = new Workshop(1, 1);
        CountDownLatch open = new CountDownLatch(1);
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(threads.submit(() -> workshop.work(Cost.OURS, memory -> await(open))));
        }

        // Three are sent away while one works and one waits; only then may those go on.
        Eventually.until(() -> all.stream().filter(Future::isDone).count() == 3);
        open.countDown();

        assertEquals(3, all.stream().filter(WorkshopTest::wasBusy).count());
        assertEquals("done", workshop.work(Cost.OURS, memory -> "done"));
    }

    @Test
    void aHeavyHashIsAlone() throws Exception {
        Workshop workshop = new Workshop(4, 100);
        AtomicInteger inside = new AtomicInteger();
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(threads.submit(() -> workshop.work(HEAVY, memory -> count(inside))));
        }

        for (Future<Integer> each : all) {
            assertEquals(1, each.get());
        }
    }

    @Test
    void aFailureLeavesTheBench() {
        Workshop workshop = new Workshop(1, 0);

        for (Cost cost : List.of(Cost.OURS, HEAVY)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> workshop.work(cost, memory -> {
                        throw new IllegalStateException("broken");
                    }));
        }

        assertEquals("done", workshop.work(Cost.OURS, memory -> "done"));
    }

    @Test
    void aWorkshopNeedsABench() {
        assertThrows(IllegalArgumentException.class, () -> new Workshop(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Workshop(1, -1));
    }

    private static BlockPool meet(CyclicBarrier both, BlockPool memory) {
        try {
            both.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        return memory;
    }

    private static String await(CountDownLatch open) {
        try {
            assertTrue(open.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return "done";
    }

    private static int count(AtomicInteger inside) {
        int seen = inside.incrementAndGet();
        for (int i = 0; i < 10_000; i++) {
            Thread.onSpinWait();
        }
        inside.decrementAndGet();
        return seen;
    }

    private static boolean wasBusy(Future<?> future) {
        try {
            future.get();
            return false;
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof Busy;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
