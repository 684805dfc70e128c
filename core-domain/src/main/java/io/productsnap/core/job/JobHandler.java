package io.productsnap.core.job;

/**
 * Does the work of one {@link JobKind}. Called from many threads at once; the same job may be run again, after a crash
 * even while an earlier run has not noticed yet that it lost: what a run produces must be kept apart from other runs'
 * by its fence until its settlement is accepted.
 */
@FunctionalInterface
public interface JobHandler {

    /**
     * Runs on a thread of the engine, which is interrupted when the run is to end early: the deadline, a shutdown, a lost
     * lease. One that does not heed the interrupt loses its job five seconds later: the job may then be run by somebody
     * else beside it, and this thread is not free until the handler comes back.
     *
     * @throws Exception counts as a failure that may pass
     */
    Outcome handle(Claim claim, Progress progress) throws Exception;

    /** The outcome was not accepted, since the job is somebody else's by now: whatever the run produced can go. */
    default void discard(Claim claim, Outcome outcome) {}

    /** Where a run tells how far it has come. */
    @FunctionalInterface
    interface Progress {
        /** @param percent 0 to 100; going back is ignored */
        void at(int percent);
    }
}
