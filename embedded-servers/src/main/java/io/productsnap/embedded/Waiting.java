package io.productsnap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Waits for things of other processes, which wake nobody. */
final class Waiting {
    private static final Duration STEP = Duration.ofMillis(10);

    private Waiting() {}

    interface Condition {
        boolean holds() throws InterruptedException;
    }

    static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** False when the condition does not hold after the limit. */
    static boolean upTo(Duration limit, Condition condition) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    return false;
                }
                rest(STEP);
            }
            return true;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CannotStart interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CannotStart("Interrupted while waiting for a server.", e);
    }

    static boolean forEndOf(ProcessHandle process, Duration limit) {
        return upTo(limit, () -> hasEnded(process));
    }

    /**
     * Also true of a process that has ended and that nobody has asked for its exit code yet, which Java calls alive: our
     * servers are children of process 1, and in a container that one may not care.
     */
    static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || state(process).startsWith("Z");
    }

    // On Linux the word after the name, which is in parentheses; empty elsewhere.
    private static String state(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return line.substring(line.lastIndexOf(')') + 2);
        } catch (IOException notHere) {
            return "";
        }
    }
}
