package io.productsnap.core.job;

import io.productsnap.core.policy.Attempts;

/**
 * That a job has come further.
 *
 * @param sequence rises within a job, across workers and retries
 */
public record JobEvent(JobId job, long sequence, JobState state, Attempts attempts) {

    /** Room for 256 events under one fence: a hundred and one steps of progress, and what comes after the run. */
    private static final int PER_FENCE = 256;

    private static final int HANDED_BACK = 200;
    private static final int FINAL = 255;

    /**
     * The sequence is computed, not counted: the fence rises with each claim, and within a claim the progress does. So
     * every process finds the same number for the same event, without a counter to keep.
     */
    public static JobEvent of(JobId job, long fence, JobState state, Attempts attempts) {
        int step = state.fold(
                queued -> fence == 0 ? 0 : HANDED_BACK,
                processing -> 1 + processing.progress(),
                completed -> FINAL,
                failed -> FINAL,
                cancelled -> FINAL);
        return new JobEvent(job, fence * PER_FENCE + step, state, attempts);
    }

    /** The event that tells a job's present state. */
    public static JobEvent of(Job job) {
        return of(job.id(), job.fence(), job.state(), job.attempts());
    }
}
