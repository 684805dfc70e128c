package io.productsnap.core.job;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobCensus;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemoryLiveRuns;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.MendLiveRuns.Count;
import io.productsnap.core.policy.CounterPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MendLiveRunsTest {

    private final TurnableClock clock = new TurnableClock(NOW);
    private final InMemoryData data = new InMemoryData();
    private final JobStore store = new InMemoryJobStore(data);
    private final InMemoryLiveRuns live = new InMemoryLiveRuns(Duration.ofHours(1), clock);
    private final MendLiveRuns mend = new MendLiveRuns(live, new InMemoryJobCensus(data), CounterPolicy.DEFAULT, clock);

    private Fence aRunOfAnns() {
        store.admit(aJob().request(), NOW);
        WorkerId worker = WorkerId.next(NOW, new Random(1));
        store.beat(worker, NOW);
        return store.turn(worker, List.of(), 1, NOW).claims().get(0).fence();
    }

    @Test
    void damageIsMendedOnceItIsNoLongerYoung() {
        Fence runs = aRunOfAnns();
        Fence ended = new Fence(aJobId(), 3);
        live.seen(BOB, ended);
        assertEquals(List.of(), mend.mend());

        clock.turn(CounterPolicy.DEFAULT.grace());
        List<Count> mended = mend.mend();

        assertEquals(List.of(ANN, BOB), mended.stream().map(Count::owner).toList());
        assertEquals(List.of(0, 1), mended.stream().map(Count::inView).toList());
        assertEquals(List.of(1, 0), mended.stream().map(Count::running).toList());
        assertEquals(Map.of(ANN, Map.of(runs, clock.instant())), live.inView());
        assertEquals(List.of(), mend.mend());
    }

    @Test
    void lookingChangesNothing() {
        aRunOfAnns();
        clock.turn(CounterPolicy.DEFAULT.grace());

        assertTrue(mend.compare().stream().noneMatch(count -> count.mend().isNothing()));

        assertEquals(Map.of(), live.inView());
    }
}
