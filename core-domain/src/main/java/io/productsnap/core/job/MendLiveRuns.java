package io.productsnap.core.job;

import io.productsnap.core.policy.CounterPolicy;
import io.productsnap.core.policy.CounterPolicy.Mend;
import io.productsnap.core.policy.Unavailable;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the live view of what runs with what does run, and mends it. Thread-safe. */
public final class MendLiveRuns {

    private static final System.Logger LOG = System.getLogger(MendLiveRuns.class.getName());

    private final LiveRuns live;
    private final JobCensus census;
    private final CounterPolicy policy;
    private final Clock clock;
    private final EngineListener listener;

    public MendLiveRuns(LiveRuns live, JobCensus census, CounterPolicy policy, Clock clock) {
        this(live, census, policy, clock, new Listeners(List.of()));
    }

    /** @param listener is told of each owner's count that was mended; whatever it throws harms nothing */
    public MendLiveRuns(LiveRuns live, JobCensus census, CounterPolicy policy, Clock clock, EngineListener listener) {
        this.live = live;
        this.census = census;
        this.policy = policy;
        this.clock = clock;
        this.listener = new Listeners(List.of(listener));
    }

    /**
     * One owner's count.
     *
     * @param inView how many runs the live view has
     * @param running how many there are
     * @param mend what is to be done about it; nothing while the difference is young
     */
    public record Count(Owner owner, int inView, int running, Mend<Fence> mend) {}

    /**
     * The counts of all owners of whom anything is in view or runs, by name.
     *
     * @throws Unavailable when the view or the store cannot be reached
     */
    public List<Count> compare() {
        // In this order: see the policy.
        Map<Owner, Map<Fence, Instant>> inView = live.inView();
        Map<Owner, Map<Fence, Instant>> running = census.running();
        Instant now = clock.instant();
        Set<Owner> owners = new HashSet<>(inView.keySet());
        owners.addAll(running.keySet());
        List<Count> counts = new ArrayList<>();
        for (Owner owner : owners) {
            Map<Fence, Instant> seen = inView.getOrDefault(owner, Map.of());
            Map<Fence, Instant> really = running.getOrDefault(owner, Map.of());
            counts.add(new Count(owner, seen.size(), really.size(), policy.mend(seen, really, now)));
        }
        counts.sort(Comparator.comparing(count -> count.owner().value()));
        return List.copyOf(counts);
    }

    /**
     * Compares and mends.
     *
     * @return the counts that were wrong, as they were before
     * @throws Unavailable when the view or the store cannot be reached
     */
    public List<Count> mend() {
        List<Count> wrong =
                compare().stream().filter(count -> !count.mend().isNothing()).toList();
        wrong.forEach(this::mend);
        return wrong;
    }

    private void mend(Count count) {
        LOG.log(
                Level.WARNING,
                "the live view of {0} is mended: {1} added, {2} removed",
                count.owner(),
                count.mend().add(),
                count.mend().remove());
        count.mend().add().forEach(run -> live.seen(count.owner(), run));
        count.mend().remove().forEach(run -> live.ended(count.owner(), run));
        listener.mended(count);
    }
}
