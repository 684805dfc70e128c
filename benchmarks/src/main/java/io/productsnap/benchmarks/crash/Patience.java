package io.productsnap.benchmarks.crash;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
final class Patience {

    /** Far more than anything takes on a machine that does nothing else. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Patience() {}

    /** @return whether it came to be */
    static boolean upTo(Duration patience, BooleanSupplier condition) {
        long until = System.nanoTime() + patience.toNanos();
        boolean is = condition.getAsBoolean();
        while (!is && System.nanoTime() < until) {
            rest(BETWEEN_LOOKS);
            is = condition.getAsBoolean();
        }
        return is;
    }

    /** @throws IllegalStateException when it does not come to be */
    static void until(String what, BooleanSupplier condition) {
        if (!upTo(LIMIT, condition)) {
            throw new IllegalStateException("waited in vain until " + what);
        }
    }

    static void rest(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
    }
}
