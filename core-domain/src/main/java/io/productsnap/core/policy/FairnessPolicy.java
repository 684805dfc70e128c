package io.productsnap.core.policy;

/**
 * Whose job is next when workers are short: the owner's who is furthest behind in virtual time, which each of his jobs moves on
 * by one job over his weight. So owners who wait are served by their weights, and nobody waits for ever (start-time fair
 * queueing: Goyal, Vin and Cheng, "Start-time Fair Queuing", 1996).
 *
 * @param weight how many of his jobs count as one of an owner with weight 1; 1 to 1,000
 */
public record FairnessPolicy(int weight) {

    /** One job at weight 1. */
    public static final long ONE_JOB = 1_000;

    /** For owners without terms. */
    public static final FairnessPolicy EVEN = new FairnessPolicy(1);

    public FairnessPolicy {
        Require.that(weight >= 1 && weight <= ONE_JOB, "weight must be 1 to " + ONE_JOB + ": " + weight);
    }

    /**
     * Where an owner stands.
     *
     * @param time where he stood when he was served last
     * @param floor where the one stood who was served last of all: time without work earns nothing
     */
    public static long standing(long time, long floor) {
        return Math.max(time, floor);
    }

    /** Where he stands once so many of his jobs have begun. */
    public long after(long standing, int jobs) {
        Require.atLeast(0, jobs, "jobs");
        return standing + jobs * ONE_JOB / weight;
    }
}
