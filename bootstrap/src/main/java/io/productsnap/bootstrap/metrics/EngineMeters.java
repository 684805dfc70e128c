package io.productsnap.bootstrap.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.EngineListener;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.MendLiveRuns;
import io.productsnap.core.job.Settlement.Ending;
import java.time.Duration;

/** Counts what an engine tells. */
final class EngineMeters implements EngineListener {

    private static final Duration[] WAITS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2)
    };

    private static final Duration[] RUNS = {
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15)
    };

    private final MeterRegistry registry;
    private final Timer waits;
    private final Timer done;
    private final Timer retried;
    private final Timer failed;
    private final Timer handedBack;
    private final Counter dropped;
    private final Counter rescued;
    private final Counter added;
    private final Counter removed;

    // All at once: a counter that begins with its first event hides that event from whoever asks for an increase.
    EngineMeters(MeterRegistry registry) {
        this.registry = registry;
        this.waits = Timer.builder("productsnap.job.wait")
                .description("From the moment a job was due to the claim")
                .serviceLevelObjectives(WAITS)
                .register(registry);
        this.done = runs("done");
        this.retried = runs("retry");
        this.failed = runs("failed");
        this.handedBack = runs("handed_back");
        this.dropped = Counter.builder("productsnap.runs.dropped")
                .description("Runs whose outcome was discarded: the job had been called off, removed or taken over")
                .register(registry);
        this.rescued = Counter.builder("productsnap.jobs.rescued")
                .description("Jobs taken from dead workers")
                .register(registry);
        this.added = mends("added");
        this.removed = mends("removed");
    }

    private Timer runs(String outcome) {
        return Timer.builder("productsnap.job.run")
                .description("From the claim to the settlement that was accepted")
                .tag("outcome", outcome)
                .serviceLevelObjectives(RUNS)
                .register(registry);
    }

    private Counter mends(String what) {
        return Counter.builder("productsnap.live.view.mended")
                .description("Runs that the live view had wrong")
                .tag("what", what)
                .register(registry);
    }

    @Override
    public void began(Claim claim) {
        waits.record(claim.waited());
    }

    @Override
    public void ended(Claim claim, Ending ending, Duration ran) {
        ending.fold(any -> done, any -> retried, any -> failed, any -> handedBack)
                .record(ran);
    }

    @Override
    public void dropped(Claim claim) {
        dropped.increment();
    }

    @Override
    public void rescued(Job job) {
        rescued.increment();
    }

    @Override
    public void mended(MendLiveRuns.Count wrong) {
        added.increment(wrong.mend().add().size());
        removed.increment(wrong.mend().remove().size());
    }

    @Override
    public void troubled(String duty, Throwable trouble) {
        // Begins with its first failure: nobody has a list of duties. One that keeps failing shows all the same.
        Counter.builder("productsnap.duty.failures")
                .description("What is done over and over, and failed")
                .tag("duty", duty)
                .register(registry)
                .increment();
    }
}
