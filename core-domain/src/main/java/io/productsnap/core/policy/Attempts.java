package io.productsnap.core.policy;

/**
 * What a job has already spent: runs that ended because a worker vanished, and runs that ended in an error. Each has a
 * budget of its own.
 *
 * @param crashes runs lost to a dead or silent worker, >= 0
 * @param errors runs that ended in an error worth trying again, >= 0
 */
public record Attempts(int crashes, int errors) {

    public static final Attempts NONE = new Attempts(0, 0);

    public Attempts {
        Require.atLeast(0, crashes, "crashes");
        Require.atLeast(0, errors, "errors");
    }

    /** What people see as {@code retry_count}. */
    public int retries() {
        return crashes + errors;
    }

    /** The same, with one more run spent on {@code cause}. */
    public Attempts and(Failure.Cause cause) {
        return cause == Failure.Cause.CRASH ? new Attempts(crashes + 1, errors) : new Attempts(crashes, errors + 1);
    }
}
