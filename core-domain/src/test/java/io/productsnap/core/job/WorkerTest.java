package io.productsnap.core.job;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemoryLiveRuns;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import io.productsnap.core.signal.Signals.Subscription;
import io.productsnap.core.standin.LosingJobStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A worker whose duties are called by hand, and whose threads are too: each order of things can be tried. */
final class WorkerTest {

    private static final StalePolicy STALE = StalePolicy.DEFAULT;

    private final LosingJobStore store = new LosingJobStore(new InMemoryJobStore(new InMemoryData()));
    private final TurnableClock clock = new TurnableClock(NOW);
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<JobState> told = new ArrayList<>();
    private final InMemoryLiveRuns live = new InMemoryLiveRuns(STALE.lease(), clock);
    private final Work work = new Work();
    private final JobEvents events = new Told();
    private Executor executor = threads::add;

    /** Remembers what was asked of it. */
    private static final class Work implements JobHandler {
        private final List<Claim> begun = new ArrayList<>();
        private final List<Claim> discarded = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        @Override
        public Outcome handle(Claim claim, Progress progress) {
            begun.add(claim);
            meanwhile.run();
            return Outcome.produced("result");
        }

        @Override
        public void discard(Claim claim, Outcome outcome) {
            discarded.add(claim);
        }
    }

    private final class Told implements JobEvents {
        @Override
        public void publish(JobEvent event) {
            told.add(event.state());
        }

        @Override
        public Subscription watch(JobId job, Consumer<JobEvent> watcher) {
            throw new AssertionError("nobody watches");
        }
    }

    private Worker aWorker() {
        return aWorker(events);
    }

    private Worker aWorker(JobEvents itsEvents) {
        EngineBuilder builder = Engine.builder(store)
                .clock(clock)
                .events(itsEvents)
                .liveRuns(live)
                .executor(task -> executor.execute(task))
                .handler(aJob().spec().kind(), work);
        Worker worker = new Worker(builder, () -> {}, time -> {});
        worker.register();
        return worker;
    }

    private JobId submit() {
        JobRequest request = aJob().request();
        store.admit(request, clock.instant());
        return request.id();
    }

    private void runThreads() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }

    private void assertQueuedUnspent(JobId id) {
        Job job = store.find(ANN, id).orElseThrow();
        assertEquals(JobStatus.QUEUED, job.state().status());
        assertEquals(Attempts.NONE, job.attempts());
    }

    private JobStatus statusOf(JobId id) {
        return store.find(ANN, id).orElseThrow().state().status();
    }

    @Test
    void whatWasCompletedIsKeptWhenTheAnswerWasLost() {
        JobId id = submit();
        Worker worker = aWorker();
        worker.turn();
        runThreads();
        store.loseNextTurn();
        assertThrows(IllegalStateException.class, worker::turn);

        worker.turn();
        runThreads();

        assertEquals(JobStatus.COMPLETED, statusOf(id));
        assertEquals(List.of(), work.discarded);
        assertEquals(JobStatus.COMPLETED, told.get(told.size() - 1).status());
    }

    @Test
    void whatWasClaimedIsRunWhenTheAnswerWasLost() {
        JobId id = submit();
        Worker worker = aWorker();
        store.loseNextTurn();
        assertThrows(IllegalStateException.class, worker::turn);
        assertEquals(JobStatus.PROCESSING, statusOf(id));

        worker.turn();
        runThreads();
        worker.turn();

        assertEquals(JobStatus.COMPLETED, statusOf(id));
        assertEquals(Attempts.NONE, work.begun.get(0).attempts());
    }

    @Test
    void whatRunsIsNotGivenBackWhenAnAnswerIsLost() {
        JobId running = submit();
        Worker worker = aWorker();
        worker.turn();
        submit();
        store.loseNextTurn();
        assertThrows(IllegalStateException.class, worker::turn);

        worker.turn();

        assertEquals(JobStatus.PROCESSING, statusOf(running));
        runThreads();
        worker.turn();
        assertEquals(2, work.begun.size());
        assertEquals(List.of(), work.discarded);
    }

    @Test
    void aClaimDoesNotBeginOnceItsWorkerWasDeclaredDead() {
        JobId id = submit();
        Worker worker = aWorker();
        worker.turn();
        store.rescue(STALE, RetryPolicy.DEFAULT, NOW.plus(STALE.lease()).plusSeconds(1));

        worker.beat();
        runThreads();
        worker.turn();

        assertEquals(List.of(), work.begun);
        assertEquals(JobStatus.PROCESSING, statusOf(id));
        runThreads();
        assertEquals(1, work.begun.size());
    }

    @Test
    void aClaimDoesNotBeginOnceItsLeaseMayHaveEnded() {
        JobId id = submit();
        Worker worker = aWorker();
        worker.turn();
        clock.turn(STALE.lease().minusSeconds(1));

        worker.guard();
        runThreads();

        assertEquals(List.of(), work.begun);
        worker.beat();
        worker.turn();
        runThreads();
        worker.turn();
        assertEquals(JobStatus.COMPLETED, statusOf(id));
        assertEquals(1, work.begun.size());
    }

    @Test
    void nothingIsClaimedUnderALeaseThatMayHaveEnded() {
        JobId id = submit();
        Worker worker = aWorker();
        clock.turn(STALE.lease().minusSeconds(1));

        worker.turn();

        assertQueuedUnspent(id);
    }

    @Test
    void aRunThatDoesNotEndIsSettledAfterItsDeadlineAndAGrace() {
        JobId id = submit();
        Worker worker = aWorker();
        work.meanwhile = () -> {
            // Far too long, and deaf to every interrupt.
            clock.turn(STALE.deadline());
            worker.beat();
            worker.guard();
            worker.turn();
            assertEquals(JobStatus.PROCESSING, statusOf(id));
            clock.turn(Duration.ofSeconds(5));
            worker.guard();
            worker.turn();
        };
        worker.turn();

        runThreads();

        Job job = store.find(ANN, id).orElseThrow();
        assertEquals(JobStatus.QUEUED, job.state().status());
        assertEquals(1, job.attempts().errors());
        assertEquals(1, work.discarded.size());
    }

    @Test
    void whatWasProducedBetweenTheDeadlineAndTheGraceIsGood() {
        JobId id = submit();
        Worker worker = aWorker();
        work.meanwhile = () -> {
            clock.turn(STALE.deadline());
            worker.beat();
            worker.guard();
        };
        worker.turn();
        runThreads();
        worker.turn();

        assertEquals(JobStatus.COMPLETED, statusOf(id));
        assertEquals(List.of(), work.discarded);
    }

    @Test
    void whereThereIsNoThreadTheJobGoesBackAndNoneIsClaimedForAWhile() {
        JobId id = submit();
        executor = task -> {
            throw new RejectedExecutionException("full");
        };
        Worker worker = aWorker();

        worker.turn();

        assertQueuedUnspent(id);
        executor = threads::add;
        worker.turn();
        assertQueuedUnspent(id);
        clock.turn(EngineSettings.DEFAULT.poll());
        worker.turn();
        assertEquals(JobStatus.PROCESSING, statusOf(id));
    }

    @Test
    void eventsThatCannotBePublishedChangeNothing() {
        JobId id = submit();
        Worker worker = aWorker(new JobEvents() {
            @Override
            public void publish(JobEvent event) {
                throw new IllegalStateException("nobody hears");
            }

            @Override
            public Subscription watch(JobId job, Consumer<JobEvent> watcher) {
                return () -> {};
            }
        });

        worker.turn();
        runThreads();
        worker.turn();

        assertEquals(JobStatus.COMPLETED, statusOf(id));
    }

    @Test
    void anErrorOfAHandlerIsAFailureOfItsJobAlone() {
        JobId broken = submit();
        Worker worker = aWorker();
        work.meanwhile = () -> {
            throw new AssertionError("broken");
        };
        worker.turn();

        runThreads();
        worker.turn();

        assertEquals(1, store.find(ANN, broken).orElseThrow().attempts().errors());
    }

    @Test
    void aDateThatWasNotKeptSinceTheStoreWasAwayIsKeptLater() {
        JobId id = submit();
        Worker worker = aWorker();
        work.meanwhile = () -> {
            throw new IllegalStateException("fails once");
        };
        worker.turn();
        runThreads();
        worker.turn();
        clock.turn(Duration.ofMinutes(10));
        worker.beat();
        store.losePromotions(true);
        assertThrows(IllegalStateException.class, worker::turn);
        store.losePromotions(false);

        worker.turn();

        assertEquals(JobStatus.PROCESSING, statusOf(id));
    }

    @Test
    void aRunThatIsCalledOffIsToldToEndAndWhatItMadeIsDiscarded() {
        JobId id = submit();
        Worker worker = aWorker();
        work.meanwhile = () -> {
            store.cancel(ANN, id, clock.instant());
            worker.recheck();
            assertTrue(Thread.interrupted());
        };
        worker.turn();
        runThreads();
        worker.turn();
        runThreads();

        assertEquals(JobStatus.CANCELLED, statusOf(id));
        assertEquals(1, work.discarded.size());
    }

    @Test
    void whatWasCalledOffBeforeItBeganDoesNotBegin() {
        JobId id = submit();
        Worker worker = aWorker();
        worker.turn();
        store.cancel(ANN, id, clock.instant());

        worker.recheck();
        runThreads();

        assertEquals(List.of(), work.begun);
    }

    @Test
    void whatWasNotCalledOffRunsOn() {
        JobId id = submit();
        Worker worker = aWorker();
        work.meanwhile = worker::recheck;
        worker.turn();
        runThreads();
        worker.turn();

        assertEquals(JobStatus.COMPLETED, statusOf(id));
    }

    @Test
    void whatIsClaimedWhileItStopsIsHandedBack() {
        JobId id = submit();
        Worker worker = aWorker();
        worker.turn();

        Thread.currentThread().interrupt();
        worker.finish(Duration.ofDays(1));
        assertTrue(Thread.interrupted());
        worker.retire();
        runThreads();

        assertQueuedUnspent(id);
        assertEquals(List.of(), work.begun);
        assertTrue(told.contains(new JobState.Processing(NOW, 0)));
    }

    @Test
    void whatRunsIsInTheLiveViewUntilItIsSettled() {
        submit();
        Worker worker = aWorker();
        worker.turn();
        assertEquals(List.of(1), runsInView());

        clock.turn(STALE.beatEvery());
        worker.beat();
        clock.turn(STALE.lease().minusMillis(1));
        assertEquals(List.of(1), runsInView());

        runThreads();
        worker.turn();
        assertEquals(List.of(), runsInView());
    }

    @Test
    void whatWasTakenAwayIsNotInTheLiveView() {
        JobId id = submit();
        Worker worker = aWorker();
        worker.turn();
        store.remove(ANN, id);

        runThreads();
        worker.turn();

        assertEquals(List.of(), runsInView());
    }

    @Test
    void whatADeadWorkerHadLeavesTheLiveView() {
        JobId id = submit();
        aWorker().turn();
        clock.turn(STALE.lease().minusMillis(1));
        Job job = store.find(ANN, id).orElseThrow();
        live.seen(ANN, new Fence(id, job.fence()));
        clock.turn(Duration.ofMillis(2));

        aWorker().rescue();

        assertEquals(List.of(), runsInView());
    }

    private List<Integer> runsInView() {
        return live.inView().values().stream().map(runs -> runs.size()).toList();
    }
}
