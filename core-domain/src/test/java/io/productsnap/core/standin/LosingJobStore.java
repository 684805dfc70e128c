package io.productsnap.core.standin;

import io.productsnap.core.job.Admission;
import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Cancellation;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Readmission;
import io.productsnap.core.job.Settlement;
import io.productsnap.core.job.Turn;
import io.productsnap.core.job.Usage;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A job store whose answers can be lost on the way back: what was asked has been done. */
public final class LosingJobStore implements JobStore {

    private final JobStore store;
    private boolean losesNextTurn;
    private boolean losesPromotions;

    public LosingJobStore(JobStore store) {
        this.store = store;
    }

    public void loseNextTurn() {
        losesNextTurn = true;
    }

    public void losePromotions(boolean lose) {
        losesPromotions = lose;
    }

    @Override
    public Turn turn(WorkerId worker, List<Settlement> done, int want, Instant now) {
        Turn turn = store.turn(worker, done, want, now);
        if (losesNextTurn) {
            losesNextTurn = false;
            throw new IllegalStateException("the connection broke");
        }
        return turn;
    }

    @Override
    public Optional<Instant> promote(Instant now) {
        if (losesPromotions) {
            throw new IllegalStateException("the connection broke");
        }
        return store.promote(now);
    }

    @Override
    public void allow(Owner owner, Allowance allowance) {
        store.allow(owner, allowance);
    }

    @Override
    public Admission admit(JobRequest request, Instant now) {
        return store.admit(request, now);
    }

    @Override
    public List<Admission> admitAll(List<JobRequest> requests, Instant now) {
        return store.admitAll(requests, now);
    }

    @Override
    public boolean progress(Fence fence, int percent) {
        return store.progress(fence, percent);
    }

    @Override
    public boolean beat(WorkerId worker, Instant now) {
        return store.beat(worker, now);
    }

    @Override
    public void giveBack(WorkerId worker, Set<Fence> known, Instant now) {
        store.giveBack(worker, known, now);
    }

    @Override
    public void retire(WorkerId worker, Instant now) {
        store.retire(worker, now);
    }

    @Override
    public List<Job> rescue(StalePolicy stale, RetryPolicy retry, Instant now) {
        return store.rescue(stale, retry, now);
    }

    @Override
    public Set<Fence> heldBy(WorkerId worker) {
        return store.heldBy(worker);
    }

    @Override
    public Cancellation cancel(Owner owner, JobId id, Instant now) {
        return store.cancel(owner, id, now);
    }

    @Override
    public Readmission readmit(Owner owner, JobId id, Instant now) {
        return store.readmit(owner, id, now);
    }

    @Override
    public Optional<Job> find(Owner owner, JobId id) {
        return store.find(owner, id);
    }

    @Override
    public JobPage list(Owner owner, JobQuery query) {
        return store.list(owner, query);
    }

    @Override
    public boolean relabel(Owner owner, JobId id, String label) {
        return store.relabel(owner, id, label);
    }

    @Override
    public Optional<Job> remove(Owner owner, JobId id) {
        return store.remove(owner, id);
    }

    @Override
    public Usage usage(Owner owner, Instant now) {
        return store.usage(owner, now);
    }
}
