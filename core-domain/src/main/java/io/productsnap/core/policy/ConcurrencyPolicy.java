package io.productsnap.core.policy;

/**
 * How many runs of one owner there may be at a time. What counts is what runs now: runs that were begun under a greater cap
 * go on to their ends, and no further one begins before there is room again.
 *
 * @param cap >= 1
 */
public record ConcurrencyPolicy(int cap) {

    /** For owners without terms. */
    public static final ConcurrencyPolicy UNLIMITED = new ConcurrencyPolicy(Integer.MAX_VALUE);

    public ConcurrencyPolicy {
        Require.atLeast(1, cap, "cap");
    }

    /**
     * How many more may begin.
     *
     * @param running >= 0, those included that were called off and have not let go yet
     */
    public int room(int running) {
        Require.atLeast(0, running, "running");
        return Math.max(0, cap - running);
    }
}
