package io.productsnap.benchmarks.engines;

/**
 * How much is measured.
 *
 * @param jobs of a burn-down
 * @param rounds that count; one more, before them, is for the compilers
 * @param seconds of an open loop
 * @param idle seconds of doing nothing
 * @param history finished jobs that lie there
 * @param crowd queued jobs of the owner who has very many
 */
public record Sizes(int jobs, int rounds, int seconds, int idle, int history, int crowd) {

    public static final Sizes FULL = new Sizes(20_000, 3, 10, 30, 1_000_000, 100_000);

    /** Takes minutes and shows that all works; its figures mean little. */
    public static final Sizes SHORT = new Sizes(2_000, 1, 2, 5, 20_000, 2_000);

    public Sizes withJobs(int other) {
        return new Sizes(other, rounds, seconds, idle, history, crowd);
    }

    public Sizes withRounds(int other) {
        return new Sizes(jobs, other, seconds, idle, history, crowd);
    }
}
