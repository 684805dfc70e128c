package io.productsnap.core.contract;

import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.LiveRuns;
import io.productsnap.core.job.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link LiveRuns} must do. Views are told without waiting, so these tests wait for what they were told. */
public interface LiveRunsContract {

    /** A view that forgets what it has not seen for {@link #MEMORY}. */
    LiveRuns live();

    /** Lets so much time go by, for the view. */
    void pass(Duration time);

    Duration MEMORY = Duration.ofSeconds(60);

    private static Owner anOwner() {
        return new Owner("owner: " + aJobId());
    }

    private static Fence aRun() {
        return new Fence(aJobId(), 7);
    }

    private Set<Fence> of(Owner owner) {
        return live().inView().getOrDefault(owner, Map.of()).keySet();
    }

    private void assertInView(Owner owner, Set<Fence> runs) {
        Eventually.until(() -> of(owner).equals(runs));
    }

    @Test
    default void whatIsSeenIsInViewOnceAndUnderItsOwner() {
        Owner owner = anOwner();
        Owner other = anOwner();
        Fence one = aRun();
        Fence two = aRun();

        live().seen(owner, one);
        live().seen(owner, two);
        live().seen(owner, one);
        live().seen(other, one);

        assertInView(owner, Set.of(one, two));
        assertInView(other, Set.of(one));
    }

    @Test
    default void whatHasEndedIsOutOfViewHoweverOftenItIsSaid() {
        Owner owner = anOwner();
        Fence ends = aRun();
        Fence goesOn = aRun();
        live().seen(owner, ends);
        live().seen(owner, goesOn);

        live().ended(owner, ends);
        live().ended(owner, ends);
        live().ended(anOwner(), ends);

        assertInView(owner, Set.of(goesOn));
    }

    @Test
    default void anOwnerOfWhomNothingRunsIsNotInView() {
        Owner owner = anOwner();
        Fence run = aRun();
        live().seen(owner, run);
        live().ended(owner, run);

        Eventually.until(() -> !live().inView().containsKey(owner));
    }

    @Test
    default void runsOfOneJobAreToldApart() {
        Owner owner = anOwner();
        Fence before = aRun();
        Fence now = new Fence(before.job(), before.number() + 1);
        live().seen(owner, before);
        live().seen(owner, now);

        live().ended(owner, before);

        assertInView(owner, Set.of(now));
    }

    @Test
    default void whatIsNotSeenForAWhileDropsOutByItself() {
        Owner owner = anOwner();
        Fence crashed = aRun();
        Fence alive = aRun();
        live().seen(owner, crashed);
        live().seen(owner, alive);
        assertInView(owner, Set.of(crashed, alive));

        pass(MEMORY.minusSeconds(20));
        live().seen(owner, alive);
        assertInView(owner, Set.of(crashed, alive));
        pass(Duration.ofSeconds(21));

        assertInView(owner, Set.of(alive));
    }

    @Test
    default void itIsKnownWhenARunWasLastSeen() {
        Owner owner = anOwner();
        Fence run = aRun();
        live().seen(owner, run);
        Eventually.until(() -> lastSeen(owner, run).isPresent());
        Instant first = lastSeen(owner, run).orElseThrow();

        pass(Duration.ofSeconds(5));
        live().seen(owner, run);
        Eventually.until(() -> lastSeen(owner, run).orElseThrow().isAfter(first));
        Duration later = Duration.between(first, lastSeen(owner, run).orElseThrow());

        assertTrue(later.compareTo(Duration.ofSeconds(15)) < 0, later.toString());
        assertEquals(Set.of(run), of(owner));
    }

    private Optional<Instant> lastSeen(Owner owner, Fence run) {
        return Optional.ofNullable(live().inView().getOrDefault(owner, Map.of()).get(run));
    }
}
