package io.productsnap.core.inmemory;

import io.productsnap.core.contract.Examples;
import io.productsnap.core.contract.LiveRunsContract;
import io.productsnap.core.job.LiveRuns;
import java.time.Duration;

final class InMemoryLiveRunsTest implements LiveRunsContract {

    private final TurnableClock clock = new TurnableClock(Examples.NOW);
    private final InMemoryLiveRuns live = new InMemoryLiveRuns(MEMORY, clock);

    @Override
    public LiveRuns live() {
        return live;
    }

    @Override
    public void pass(Duration time) {
        clock.turn(time);
    }
}
