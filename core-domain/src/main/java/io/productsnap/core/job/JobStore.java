package io.productsnap.core.job;

import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import io.productsnap.core.policy.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the jobs, and keeps the promises about them: each method is one transaction, and what it answers has been
 * committed. Whatever number of workers calls at once, an owner's running jobs never exceed the cap of the terms, the
 * quota counts each job once, and nothing is written under a fence that is not the job's present one.
 *
 * <p>Thread-safe. Each method throws {@link Unavailable} when the store cannot be reached, and the caller cannot know
 * then whether it took effect.
 */
public interface JobStore {

    /** How many jobs may be admitted at once. */
    int MOST_AT_ONCE = 1_000;

    /** Sets an owner's terms; jobs that run already are left alone. */
    void allow(Owner owner, Allowance allowance);

    /** Counts the job against the owner's quota and queues it: both, or neither. Fails when there is a job of that id. */
    Admission admit(JobRequest request, Instant now);

    /**
     * Admits many, whosever they are, as {@link #admit} would, one after another: where a quota holds the first of them
     * alone, the rest is told that it is used up. What fails, fails for all of them.
     *
     * @param requests at most {@link #MOST_AT_ONCE}
     * @return what became of each, in their order
     */
    List<Admission> admitAll(List<JobRequest> requests, Instant now);

    /**
     * A worker's whole business in one transaction: settles what is done, then claims up to {@code want} jobs. A worker
     * that was declared dead claims nothing. Owners who wait are served in fair order, by the weight of their terms.
     *
     * @param done at most one settlement for each fence
     * @param want >= 0
     */
    Turn turn(WorkerId worker, List<Settlement> done, int want, Instant now);

    /**
     * Writes down how far a run has come; it never goes back.
     *
     * @param percent 0 to 100
     * @return whether the fence still holds
     */
    boolean progress(Fence fence, int percent);

    /**
     * Says that the worker lives. The first beat makes it known.
     *
     * @return false when it was declared dead: its jobs are others' now, and it must come back under a new id
     */
    boolean beat(WorkerId worker, Instant now);

    /**
     * Returns to the queue, unspent, what the worker has claimed and does not know of, since an answer of {@link #turn}
     * was lost. Waits for a turn of that worker which is still under way.
     *
     * @param known the claims that it does know of
     */
    void giveBack(WorkerId worker, Set<Fence> known, Instant now);

    /** Says that the worker is gone: what it still has returns to the queue at once, and nothing is spent. */
    void retire(WorkerId worker, Instant now);

    /**
     * Declares workers dead that were not heard of for a lease, and puts what they had back into the queue, or ends it,
     * as the retry policy says of a crash.
     *
     * @return the jobs that were taken from the dead, as they are now
     */
    List<Job> rescue(StalePolicy stale, RetryPolicy retry, Instant now);

    /** @return the claims that this worker holds; what it runs and finds missing was taken away from it */
    Set<Fence> heldBy(WorkerId worker);

    /**
     * Calls a job off: one that waits is given back to the quota, one that runs loses its fence and stays counted. The
     * worker that runs it is signalled, and has the place under the cap until it settles that fence, whatever with.
     */
    Cancellation cancel(Owner owner, JobId id, Instant now);

    /** Queues a failed job again, under its id, as a new use of the quota: both, or neither. */
    Readmission readmit(Owner owner, JobId id, Instant now);

    /**
     * Makes jobs claimable whose wait is over.
     *
     * @return when the next one is due, if any waits
     */
    Optional<Instant> promote(Instant now);

    Optional<Job> find(Owner owner, JobId id);

    JobPage list(Owner owner, JobQuery query);

    /** @return whether there is such a job */
    boolean relabel(Owner owner, JobId id, String label);

    /**
     * Removes a job, whatever state it is in: a running one loses its fence, and its worker is signalled, as with
     * {@link #cancel}. The quota stays spent.
     *
     * @return the job as it was; empty when there is no such job
     */
    Optional<Job> remove(Owner owner, JobId id);

    Usage usage(Owner owner, Instant now);
}
