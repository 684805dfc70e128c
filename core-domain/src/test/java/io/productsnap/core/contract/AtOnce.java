package io.productsnap.core.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many threads that do one thing at the same moment. */
public final class AtOnce {

    private static final long PATIENCE_SECONDS = 60;

    private AtOnce() {}

    /**
     * Does the work on {@code count} threads that are let go together.
     *
     * @param work gets the number of its thread, from 0
     * @return what each answered, in the order of the numbers
     */
    public static <T> List<T> times(int count, IntFunction<T> work) {
        CountDownLatch ready = new CountDownLatch(count);
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            tasks.add(() -> {
                ready.countDown();
                ready.await();
                return work.apply(number);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(tasks, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                assertFalse(done.isCancelled(), "a thread was not done after " + PATIENCE_SECONDS + " s");
                answers.add(done.get());
            }
            return List.copyOf(answers);
        } catch (ExecutionException failed) {
            throw new AssertionError("a thread failed", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        } finally {
            threads.shutdownNow();
        }
    }
}
