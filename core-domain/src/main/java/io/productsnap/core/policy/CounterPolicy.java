package io.productsnap.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How a view of what runs is brought back to the truth: member by member, never as a number, which would be wrong again
 * by the time it is written.
 *
 * @param grace what was seen so lately may be on its way into the view, or out of it, and is left alone; default 30 s
 */
public record CounterPolicy(Duration grace) {

    public static final CounterPolicy DEFAULT = new CounterPolicy(Duration.ofSeconds(30));

    public CounterPolicy {
        Require.positive(grace, "grace");
    }

    /**
     * What to put into the view, and what to take out of it.
     *
     * @param add is true and not in view
     * @param remove is in view and not true
     */
    public record Mend<M>(Set<M> add, Set<M> remove) {

        public Mend {
            add = Set.copyOf(add);
            remove = Set.copyOf(remove);
        }

        public boolean isNothing() {
            return add.isEmpty() && remove.isEmpty();
        }
    }

    /**
     * Compares. The view is to be read before the truth: what has ended in between is then missing from the truth, and
     * what has begun is young.
     *
     * @param live the members in view, and when each was last seen
     * @param truth the members there are, and since when
     */
    public <M> Mend<M> mend(Map<M, Instant> live, Map<M, Instant> truth, Instant now) {
        return new Mend<>(old(truth, live.keySet(), now), old(live, truth.keySet(), now));
    }

    private <M> Set<M> old(Map<M, Instant> members, Set<M> but, Instant now) {
        Set<M> old = new LinkedHashSet<>();
        members.forEach((member, since) -> {
            if (!but.contains(member) && !since.plus(grace).isAfter(now)) {
                old.add(member);
            }
        });
        return old;
    }
}
