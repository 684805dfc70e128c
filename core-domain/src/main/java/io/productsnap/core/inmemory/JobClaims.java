package io.productsnap.core.inmemory;

import io.productsnap.core.inmemory.JobTable.Lane;
import io.productsnap.core.inmemory.JobTable.Row;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.ConcurrencyPolicy;
import io.productsnap.core.policy.FairnessPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/** Hands jobs to workers, as {@link ConcurrencyPolicy} and {@link FairnessPolicy} say. */
final class JobClaims {

    private final JobTable table;
    private long floor;

    JobClaims(JobTable table) {
        this.table = table;
    }

    List<Claim> take(WorkerId worker, int want, Instant now) {
        List<Claim> claims = new ArrayList<>();
        while (claims.size() < want) {
            Optional<Entry<Owner, Lane>> next = furthestBehind(now);
            if (next.isEmpty()) {
                break;
            }
            claims.add(claim(next.get().getKey(), next.get().getValue(), worker, now));
        }
        return claims;
    }

    private Optional<Entry<Owner, Lane>> furthestBehind(Instant now) {
        return table.lanes.entrySet().stream()
                .filter(lane -> !lane.getValue().queued.isEmpty())
                .filter(lane -> hasRoom(lane.getKey(), now))
                .min(Comparator.comparingLong(lane -> FairnessPolicy.standing(lane.getValue().vtime, floor)));
    }

    private boolean hasRoom(Owner owner, Instant now) {
        ConcurrencyPolicy policy =
                table.terms(owner, now).map(Terms::concurrency).orElse(ConcurrencyPolicy.UNLIMITED);
        return policy.room(Math.toIntExact(table.taken(owner))) > 0;
    }

    private Claim claim(Owner owner, Lane lane, WorkerId worker, Instant now) {
        Optional<Terms> terms = table.terms(owner, now);
        floor = FairnessPolicy.standing(lane.vtime, floor);
        lane.vtime = terms.map(Terms::fairness).orElse(FairnessPolicy.EVEN).after(floor, 1);
        Row row = table.row(lane.queued.first()).orElseThrow();
        Job job = row.job();
        Fence fence = new Fence(job.id(), table.nextFence());
        Instant due = job.state().dueAt().orElseThrow();
        Job running = new Job(
                job.id(),
                owner,
                job.spec(),
                job.createdAt(),
                job.attempts(),
                fence.number(),
                new JobState.Processing(now, 0));
        table.save(row.with(running).takenBy(worker), now);
        return new Claim(fence, owner, job.spec(), job.attempts(), terms.map(Terms::tier), due, now);
    }
}
