package io.productsnap.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobEvents;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemorySignals;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.policy.Backoff;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class EngineTest {

    private static final JobKind KIND = new JobKind("test");
    private static final Owner ANN = new Owner("ann");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final JobSpec SPEC = new JobSpec(KIND, "payload", "label");

    private final InMemoryData data = new InMemoryData();
    private final InMemoryJobStore store = new InMemoryJobStore(data);
    private final TurnableClock clock = new TurnableClock(NOW);

    @Test
    void aJobRunsAndItsResultIsKept() {
        Engine engine = engine(
                (claim, progress) -> Outcome.produced("did " + claim.spec().payload()));
        JobId id = submit(engine);

        assertEquals(1, engine.runOnce());

        Job job = find(id);
        assertEquals(JobStatus.COMPLETED, job.state().status());
        assertEquals("did payload", job.state().produced().orElseThrow());
        assertEquals(0, engine.runOnce());
    }

    @Test
    void anErrorIsRetriedAfterItsBackoffUntilTheBudgetIsSpent() {
        AtomicInteger runs = new AtomicInteger();
        Engine engine = engine((claim, progress) -> {
            runs.incrementAndGet();
            throw new IOException("down");
        });
        JobId id = submit(engine);

        for (int run = 1; run <= 4; run++) {
            assertEquals(1, engine.runOnce());
            clock.turn(Backoff.DEFAULT.longest());
        }

        assertEquals(0, engine.runOnce());
        assertEquals(4, runs.get());
        assertEquals(JobStatus.FAILED, find(id).state().status());
        assertEquals(3, find(id).attempts().retries());
        assertEquals(
                "Something went wrong on our side.", find(id).state().failure().orElseThrow());
    }

    @Test
    void whatCannotBeMendedFailsAtOnce() {
        Engine engine = engine((claim, progress) -> Outcome.failed(Failure.ofWork("broken image")));
        JobId id = submit(engine);

        engine.runOnce();

        assertEquals("broken image", find(id).state().failure().orElseThrow());
        assertEquals(0, find(id).attempts().retries());
    }

    @Test
    void aJobOfAKindThatNobodyKnowsIsTriedAgainLater() {
        Engine engine = Engine.builder(store).clock(clock).build();
        JobId id = submit(engine);

        engine.runOnce();

        assertEquals(JobStatus.QUEUED, find(id).state().status());
        assertEquals(1, find(id).attempts().errors());
    }

    @Test
    void progressIsWrittenAndTold() {
        InMemoryJobEvents events = new InMemoryJobEvents();
        List<Long> sequences = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        Engine engine = Engine.builder(store)
                .clock(clock)
                .events(events)
                .handler(KIND, (claim, progress) -> {
                    clock.turn(Duration.ofSeconds(1));
                    progress.at(40);
                    clock.turn(Duration.ofSeconds(1));
                    progress.at(20);
                    progress.at(70);
                    return Outcome.produced("");
                })
                .build();
        JobId id = submit(engine);
        events.watch(id, event -> {
            told.add(event.state().progress());
            sequences.add(event.sequence());
        });

        engine.runOnce();

        assertEquals(List.of(0, 40, 70, 100), told);
        assertEquals(sequences.stream().sorted().distinct().toList(), sequences);
    }

    @Test
    void whatARunProducedIsDiscardedWhenItsJobWasTakenAway() {
        List<Outcome> discarded = new ArrayList<>();
        JobHandler handler = new JobHandler() {
            @Override
            public Outcome handle(Claim claim, Progress progress) {
                store.remove(ANN, claim.job());
                return Outcome.produced("orphan");
            }

            @Override
            public void discard(Claim claim, Outcome outcome) {
                discarded.add(outcome);
            }
        };
        Engine engine = engine(handler);
        submit(engine);

        engine.runOnce();

        assertEquals(List.of(Outcome.produced("orphan")), discarded);
    }

    @Test
    void theCapHoldsOverTwoRunningEngines() throws InterruptedException {
        int cap = 3;
        int jobs = 200;
        store.allow(
                ANN,
                new Allowance.Lasting(new Terms("t", cap, 1, new QuotaPolicy(1_000, QuotaPolicy.Period.TOTAL, NOW))));
        AtomicInteger running = new AtomicInteger();
        Queue<Integer> seen = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(jobs);
        JobHandler handler = (claim, progress) -> {
            seen.add(running.incrementAndGet());
            Thread.onSpinWait();
            running.decrementAndGet();
            done.countDown();
            return Outcome.produced("");
        };
        try (Engine one = live(handler, StalePolicy.DEFAULT);
                Engine other = live(handler, StalePolicy.DEFAULT)) {
            one.start();
            other.start();
            for (int i = 0; i < jobs; i++) {
                one.submit(ANN, SPEC);
            }
            assertTrue(done.await(20, TimeUnit.SECONDS));
        }
        assertEquals(jobs, seen.size());
        assertTrue(seen.stream().allMatch(count -> count <= cap));
        JobQuery newest = new JobQuery(Optional.of(JobStatus.COMPLETED), new JobQuery.Offset(0), 100);
        assertEquals(100, store.list(ANN, newest).jobs().size());
    }

    @Test
    void aHungJobIsCutOffAtItsDeadline() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        StalePolicy stale = new StalePolicy(Duration.ofSeconds(2), Duration.ofMillis(200));
        InMemoryJobEvents events = new InMemoryJobEvents();
        CountDownLatch failed = new CountDownLatch(1);
        JobHandler handler = (claim, progress) -> {
            try {
                never.await();
            } finally {
                interrupted.countDown();
            }
            return Outcome.produced("");
        };
        try (Engine engine = Engine.builder(store)
                .signals(new InMemorySignals(data))
                .events(events)
                .settings(EngineSettings.DEFAULT.withStale(stale).withRetry(RetryPolicy.of(0)))
                .handler(KIND, handler)
                .build()) {
            JobId id = submit(engine);
            events.watch(id, event -> {
                if (event.state().status() == JobStatus.FAILED) {
                    failed.countDown();
                }
            });
            engine.start();
            assertTrue(failed.await(10, TimeUnit.SECONDS));
            assertTrue(interrupted.await(10, TimeUnit.SECONDS));
            assertTrue(find(id).state().failure().orElseThrow().contains("took longer"));
        }
    }

    @Test
    void aStoppedEngineHandsItsJobsBackAndSpendsNothing() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Engine engine = live(
                (claim, progress) -> {
                    began.countDown();
                    never.await();
                    return Outcome.produced("");
                },
                StalePolicy.DEFAULT);
        JobId id = submit(engine);
        engine.start();
        assertTrue(began.await(10, TimeUnit.SECONDS));

        engine.stop(Duration.ofMillis(1));

        assertEquals(JobStatus.QUEUED, find(id).state().status());
        assertEquals(0, find(id).attempts().retries());
    }

    @Test
    void aWorkerThatWasDeclaredDeadComesBackUnderAnotherName() throws InterruptedException {
        StalePolicy stale = new StalePolicy(Duration.ofMillis(400), Duration.ofMinutes(1));
        CountDownLatch twice = new CountDownLatch(2);
        CountDownLatch firstRun = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        JobHandler handler = (claim, progress) -> {
            twice.countDown();
            if (runs.incrementAndGet() == 1) {
                firstRun.countDown();
                new CountDownLatch(1).await();
            }
            return Outcome.produced("");
        };
        try (Engine engine = live(handler, stale)) {
            JobId id = submit(engine);
            engine.start();
            assertTrue(firstRun.await(10, TimeUnit.SECONDS));
            List<Job> rescued =
                    store.rescue(stale, RetryPolicy.DEFAULT, Instant.now().plusSeconds(60));
            assertEquals(List.of(id), rescued.stream().map(Job::id).toList());
            assertTrue(twice.await(10, TimeUnit.SECONDS));
            assertEquals(1, find(id).attempts().crashes());
        }
    }

    @Test
    void aHandlerThatGivesNoOutcomeHasFailed() {
        Engine engine = engine((claim, progress) -> nothing());
        JobId id = submit(engine);

        engine.runOnce();

        assertEquals(1, find(id).attempts().errors());
    }

    @SuppressWarnings("NullAway")
    private static Outcome nothing() {
        return null;
    }

    @Test
    void aResultThatNoStoreCouldKeepIsAFailureOfItsHandler() {
        Engine engine = engine((claim, progress) -> Outcome.produced("null \0 character"));
        JobId id = submit(engine);

        engine.runOnce();

        assertEquals(1, find(id).attempts().errors());
    }

    @Test
    void aStoppedEngineDoesNotStartAgain() {
        Engine engine = live((claim, progress) -> Outcome.produced(""), StalePolicy.DEFAULT);
        engine.stop(Duration.ZERO);

        assertThrows(IllegalStateException.class, engine::start);
    }

    @Test
    void aRunningJobThatIsCalledOffIsInterruptedAtOnce() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        JobHandler handler = (claim, progress) -> {
            began.countDown();
            try {
                never.await();
            } catch (InterruptedException asked) {
                interrupted.countDown();
            }
            return Outcome.produced("");
        };
        try (Engine engine = live(handler, StalePolicy.DEFAULT)) {
            JobId id = submit(engine);
            engine.start();
            assertTrue(began.await(10, TimeUnit.SECONDS));

            assertTrue(engine.cancel(ANN, id) instanceof Cancellation.Cancelled);

            assertTrue(interrupted.await(4, TimeUnit.SECONDS));
            assertEquals(JobStatus.CANCELLED, find(id).state().status());
        }
    }

    @Test
    void aJobForLaterIsRunAtItsMoment() {
        Engine engine = engine((claim, progress) -> Outcome.produced(""));
        Instant moment = NOW.plus(Duration.ofHours(1));
        engine.submit(ANN, SPEC, Idempotency.none(), moment);

        assertEquals(0, engine.runOnce());
        clock.turn(Duration.ofHours(1));

        assertEquals(1, engine.runOnce());
    }

    @Test
    void twoHandlersOfOneKindAreRefused() {
        EngineBuilder builder = Engine.builder(store).handler(KIND, (claim, progress) -> Outcome.produced(""));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> builder.handler(KIND, (claim, progress) -> Outcome.produced("")));
        assertFalse(String.valueOf(refused.getMessage()).isBlank());
    }

    private Engine engine(JobHandler handler) {
        return Engine.builder(store).clock(clock).handler(KIND, handler).build();
    }

    private Engine live(JobHandler handler, StalePolicy stale) {
        return Engine.builder(store)
                .signals(new InMemorySignals(data))
                .settings(EngineSettings.DEFAULT.withThreads(8).withStale(stale))
                .handler(KIND, handler)
                .build();
    }

    private static JobId submit(Engine engine) {
        return engine.submit(ANN, SPEC)
                .fold(
                        admitted -> admitted.job().id(),
                        usedUp -> {
                            throw new AssertionError("quota");
                        },
                        repeated -> repeated.job().id(),
                        conflict -> {
                            throw new AssertionError("conflict");
                        });
    }

    private Job find(JobId id) {
        return store.find(ANN, id).orElseThrow();
    }
}
