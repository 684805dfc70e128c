package io.productsnap.core.job;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobCensus;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemoryLiveRuns;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Settlement.Ending;
import io.productsnap.core.policy.Backoff;
import io.productsnap.core.policy.CounterPolicy;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.StalePolicy;
import io.productsnap.core.standin.LosingJobStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a listener is told, on a clock that is turned by hand. */
final class EngineListenerTest {

    private static final JobKind KIND = aJob().spec().kind();

    private final InMemoryData data = new InMemoryData();
    private final LosingJobStore store = new LosingJobStore(new InMemoryJobStore(data));
    private final TurnableClock clock = new TurnableClock(NOW);
    private final Notes notes = new Notes();

    /** Writes down what it is told. */
    private static final class Notes implements EngineListener {
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch troubled = new CountDownLatch(1);

        @Override
        public void began(Claim claim) {
            told.add("began after " + claim.waited());
        }

        @Override
        public void ended(Claim claim, Ending ending, Duration ran) {
            String how = ending.fold(
                    done -> "done",
                    retry -> "retry after " + retry.failure().cause(),
                    givenUp -> "given up",
                    handedBack -> "handed back");
            told.add(how + " in " + ran);
        }

        @Override
        public void dropped(Claim claim) {
            told.add("dropped");
        }

        @Override
        public void rescued(Job job) {
            told.add("rescued: " + job.state().status());
        }

        @Override
        public void mended(MendLiveRuns.Count wrong) {
            told.add("mended " + wrong.owner() + ", added " + wrong.mend().add().size());
        }

        @Override
        public void troubled(String duty, Throwable trouble) {
            told.add("trouble with " + duty);
            troubled.countDown();
        }
    }

    /** Throws whatever it is told. */
    private static final class Broken implements EngineListener {
        @Override
        public void began(Claim claim) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void ended(Claim claim, Ending ending, Duration ran) {
            throw new NoClassDefFoundError("broken, too");
        }
    }

    private EngineBuilder engine(JobHandler handler) {
        return Engine.builder(store).clock(clock).handler(KIND, handler);
    }

    private JobId submit(Engine engine) {
        return assertInstanceOf(Admission.Admitted.class, engine.submit(ANN, aJob().spec()))
                .job()
                .id();
    }

    @Test
    void itIsToldHowLongAJobWaitedAndHowLongItRan() {
        Engine engine = engine((claim, progress) -> {
                    clock.turn(Duration.ofSeconds(7));
                    return Outcome.produced("");
                })
                .listener(notes)
                .build();
        submit(engine);
        clock.turn(Duration.ofSeconds(3));

        engine.runOnce();

        assertEquals(List.of("began after PT3S", "done in PT7S"), notes.told);
    }

    @Test
    void itIsToldOfEachRetryAndOfTheEnd() {
        Engine engine = engine((claim, progress) -> Outcome.failed(
                        claim.attempts().errors() == 0 ? Failure.passing("down") : Failure.ofWork("broken")))
                .listener(notes)
                .build();
        submit(engine);

        engine.runOnce();
        clock.turn(Backoff.DEFAULT.longest());
        engine.runOnce();

        assertEquals(List.of("retry after ERROR in PT0S", "given up in PT0S"), ended());
    }

    private List<String> ended() {
        return notes.told.stream().filter(line -> !line.startsWith("began")).toList();
    }

    @Test
    void itIsToldOfAResultThatIsDropped() {
        Engine engine = engine((claim, progress) -> {
                    store.remove(ANN, claim.job());
                    return Outcome.produced("orphan");
                })
                .listener(notes)
                .build();
        submit(engine);

        engine.runOnce();

        assertEquals(List.of("dropped"), ended());
    }

    @Test
    void itIsToldOfARescue() {
        Engine engine = engine((claim, progress) -> Outcome.produced(""))
                .listener(notes)
                .build();
        submit(engine);
        WorkerId dead = aWorkerId();
        store.beat(dead, NOW);
        store.turn(dead, List.of(), 1, NOW);
        clock.turn(StalePolicy.DEFAULT.lease().plusSeconds(1));

        engine.runOnce();

        assertEquals(List.of("rescued: QUEUED", "began after PT0S", "done in PT0S"), notes.told);
    }

    @Test
    void itIsToldOfAMend() {
        store.admit(aJob().request(), NOW);
        WorkerId worker = aWorkerId();
        store.beat(worker, NOW);
        store.turn(worker, List.of(), 1, NOW);
        clock.turn(CounterPolicy.DEFAULT.grace());

        new MendLiveRuns(
                        new InMemoryLiveRuns(Duration.ofHours(1), clock),
                        new InMemoryJobCensus(data),
                        CounterPolicy.DEFAULT,
                        clock,
                        notes)
                .mend();

        assertEquals(List.of("mended ann, added 1"), notes.told);
    }

    @Test
    void itIsToldOfTroubleWithTheStore() throws InterruptedException {
        try (Engine engine = engine((claim, progress) -> Outcome.produced(""))
                .listener(notes)
                .build()) {
            submit(engine);
            store.loseNextTurn();
            engine.start();

            assertTrue(notes.troubled.await(10, TimeUnit.SECONDS));
        }
        assertTrue(notes.told.contains("trouble with turn"), notes.told::toString);
    }

    @Test
    void oneThatThrowsHarmsNeitherTheJobNorTheOthers() {
        Engine engine = engine((claim, progress) -> Outcome.produced("result"))
                .listener(new Broken())
                .listener(notes)
                .build();
        JobId id = submit(engine);

        assertEquals(1, engine.runOnce());

        assertEquals(
                JobStatus.COMPLETED, store.find(ANN, id).orElseThrow().state().status());
        assertEquals(List.of("began after PT0S", "done in PT0S"), notes.told);
    }
}
