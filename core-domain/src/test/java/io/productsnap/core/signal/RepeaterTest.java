package io.productsnap.core.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Eventually;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RepeaterTest {

    /** Longer than any test takes. */
    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger times = new AtomicInteger();

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private void untilTimes(int count) {
        Eventually.until(() -> times.get() >= count);
    }

    @Test
    void theFirstTimeComesAtOnce() {
        try (Repeater repeater = new Repeater("test", NEVER, times::incrementAndGet)) {
            repeater.start();

            untilTimes(1);
        }
    }

    @Test
    void theNextTimeComesWhenItIsToldTo() {
        try (Repeater repeater = new Repeater("test", NEVER, times::incrementAndGet)) {
            repeater.start();
            untilTimes(1);

            repeater.now();

            untilTimes(2);
        }
        assertEquals(2, times.get());
    }

    @Test
    void theNextTimeComesByItselfAfterAWhile() {
        try (Repeater repeater = new Repeater("test", Duration.ofMillis(1), times::incrementAndGet)) {
            repeater.start();

            untilTimes(5);
        }
    }

    @Test
    void theTaskItselfCanAskToBeDoneAgainSoon() {
        AtomicReference<Repeater> itself = new AtomicReference<>();
        Runnable task = () -> {
            if (times.incrementAndGet() < 3) {
                Optional.ofNullable(itself.get()).orElseThrow().againWithin(Duration.ofMillis(1));
            }
        };
        try (Repeater repeater = new Repeater("test", NEVER, task)) {
            itself.set(repeater);
            repeater.start();

            untilTimes(3);
        }
        assertEquals(3, times.get());
    }

    @Test
    void othersCanAskForItSoonWhileItWaits() {
        try (Repeater repeater = new Repeater("test", NEVER, times::incrementAndGet)) {
            repeater.start();
            untilTimes(1);

            repeater.againWithin(Duration.ofMillis(1));

            untilTimes(2);
        }
    }

    @Test
    void toldTwiceWhileItIsBusyItDoesItOnceMore() {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Runnable task = () -> {
            if (times.incrementAndGet() == 1) {
                busy.countDown();
                await(goOn);
            }
        };
        try (Repeater repeater = new Repeater("test", NEVER, task)) {
            repeater.start();
            await(busy);
            repeater.now();
            repeater.now();
            goOn.countDown();

            untilTimes(2);
        }
        assertEquals(2, times.get());
    }

    @Test
    void aFailureIsNotTheEnd() {
        Runnable task = () -> {
            if (times.incrementAndGet() < 3) {
                throw new IllegalStateException("failed");
            }
        };
        try (Repeater repeater = new Repeater("test", Duration.ofMillis(1), task)) {
            repeater.start();

            untilTimes(4);
        }
    }

    @Test
    void neitherAnErrorNorAStrayInterruptIsTheEnd() {
        Runnable task = () -> {
            if (times.incrementAndGet() < 3) {
                Thread.currentThread().interrupt();
                throw new AssertionError("failed badly");
            }
        };
        try (Repeater repeater = new Repeater("test", Duration.ofMillis(1), task)) {
            repeater.start();

            untilTimes(4);
        }
    }

    @Test
    void closingWaitsForWhatIsUnderWay() {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicBoolean closing = new AtomicBoolean();
        AtomicBoolean done = new AtomicBoolean();
        Thread closer = Thread.currentThread();
        Repeater repeater = new Repeater("test", NEVER, () -> {
            busy.countDown();
            // It goes on only once it sees that somebody waits for it.
            Eventually.until(() -> closing.get() && closer.getState() == Thread.State.TIMED_WAITING);
            done.set(true);
        });
        repeater.start();
        await(busy);

        closing.set(true);
        repeater.close();

        assertTrue(done.get());
    }

    @Test
    void nothingIsDoneAfterItWasClosed() {
        Repeater repeater = new Repeater("test", Duration.ofMillis(1), times::incrementAndGet);
        repeater.start();
        untilTimes(1);

        repeater.close();
        int after = times.get();
        repeater.now();
        repeater.close();

        assertEquals(after, times.get());
    }

    @Test
    void oneThatNeverStartedCanBeClosed() {
        new Repeater("test", NEVER, times::incrementAndGet).close();

        assertEquals(0, times.get());
    }

    @Test
    void theWaitIsPositive() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Repeater("test", Duration.ZERO, times::incrementAndGet).close());
    }
}
