package io.productsnap.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class AfterwardsTest {

    @Test
    void whatWaitsIsStillDoneWhenItCloses() {
        AtomicInteger done = new AtomicInteger();
        AtomicReference<Thread> by = new AtomicReference<>();
        try (Afterwards afterwards = new Afterwards()) {
            for (int i = 0; i < 100; i++) {
                afterwards.execute(() -> {
                    by.set(Thread.currentThread());
                    done.incrementAndGet();
                });
            }
        }

        assertEquals(100, done.get());
        assertNotEquals(Thread.currentThread(), by.get());
    }

    @Test
    void whoComesWhenTooMuchWaitsIsTurnedAway() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        try (Afterwards afterwards = new Afterwards()) {
            afterwards.execute(() -> await(go));
            assertThrows(RejectedExecutionException.class, () -> {
                while (true) {
                    afterwards.execute(done::incrementAndGet);
                }
            });
            go.countDown();
        }

        assertEquals(1_000, done.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
