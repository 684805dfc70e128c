package io.productsnap.core.job;

import io.productsnap.core.job.Run.Fate;
import io.productsnap.core.policy.Failure;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;

/**
 * The life of an engine in the store's eyes: takes turns, beats, and gives its jobs up in time. Turns are taken by one
 * thread at a time; what is finished while a turn is at the store goes with the next, so batches grow with the load.
 */
final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());

    /** How long a run that was asked to end may take to do so. */
    private static final Duration LAST_GRACE = Duration.ofSeconds(5);

    private final JobStore store;
    private final JobEvents events;
    private final Map<JobKind, JobHandler> handlers;
    private final EngineSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Settling settling;
    private final Optional<ExecutorService> ownThreads;
    private final Executor executor;
    private final Runnable turnSoon;
    private final Runs runs = new Runs();
    private final ConcurrentLinkedQueue<Finished> finished = new ConcurrentLinkedQueue<>();
    private volatile WorkerId id;
    private volatile Instant lastConfirmedBeat = Instant.MIN;
    private volatile Instant nextDue = Instant.MAX;
    private volatile boolean stopping;

    /** A run that came to its end, and what is to be written about it. */
    private record Finished(Run run, Outcome outcome, Settlement settlement) {}

    Worker(EngineBuilder builder, Runnable turnSoon) {
        this.store = builder.store;
        this.events = builder.events;
        this.handlers = Map.copyOf(builder.handlers);
        this.settings = builder.settings;
        this.clock = builder.clock;
        this.random = builder.random;
        this.settling = new Settling(settings.retry(), random);
        this.ownThreads = builder.executor.isPresent() ? Optional.empty() : Optional.of(threads(settings.threads()));
        this.executor = builder.executor.orElseGet(ownThreads::orElseThrow);
        this.turnSoon = turnSoon;
        this.id = WorkerId.next(clock.instant(), random);
    }

    private static ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "productsnap-job");
            thread.setDaemon(true);
            return thread;
        });
    }

    void register() {
        beat();
        LOG.log(Level.INFO, "worker {0} ready: {1} threads, for {2}", id, settings.threads(), handlers.keySet());
    }

    /** Tells the store that we live. What counts is when the beat was sent, not when its answer came. */
    void beat() {
        Instant sent = clock.instant();
        if (store.beat(id, sent)) {
            lastConfirmedBeat = sent;
            return;
        }
        LOG.log(Level.WARNING, "worker {0} was declared dead; it begins anew", id);
        runs.recall();
        id = WorkerId.next(sent, random);
        store.beat(id, sent);
        lastConfirmedBeat = sent;
        turnSoon.run();
    }

    /** Looks after what runs here, without asking anybody: the lease, the deadlines, the time of what waits. */
    void guard() {
        Instant now = clock.instant();
        if (!settings.stale().mayRun(lastConfirmedBeat, now)) {
            runs.recall();
            return;
        }
        for (Run run : runs.all()) {
            if (settings.stale().isOverdue(run.claim().at(), now) && run.endEarly(Fate.OVERDUE)) {
                Failure failure = Failure.passing(
                        "The job took longer than " + settings.stale().deadline() + ".");
                finished.add(new Finished(run, Outcome.failed(failure), settling.of(run.claim(), failure, now)));
                turnSoon.run();
            }
        }
        if (!now.isBefore(nextDue)) {
            promote(now);
        }
    }

    /** Takes over what dead workers have left, and what nobody has woken. */
    void rescue() {
        Instant now = clock.instant();
        promote(now);
        for (Job job : store.rescue(settings.stale(), settings.retry(), now)) {
            LOG.log(
                    Level.WARNING,
                    "job {0}: its worker died; it is {1} now, retry {2}",
                    job.id(),
                    job.state().status(),
                    job.attempts().retries());
            events.publish(JobEvent.of(job));
        }
    }

    private void promote(Instant now) {
        nextDue = Instant.MAX;
        store.promote(now).ifPresent(this::isDue);
    }

    private synchronized void isDue(Instant when) {
        nextDue = when.isBefore(nextDue) ? when : nextDue;
    }

    /** Settles and claims until there is nothing to do at this moment. */
    void turn() {
        boolean more = true;
        while (more) {
            more = turnOnce();
        }
    }

    private boolean turnOnce() {
        List<Finished> done = takeFinished();
        int want = mayClaim() ? settings.threads() - runs.size() : 0;
        if (done.isEmpty() && want <= 0) {
            return false;
        }
        Turn turn = tell(done, Math.max(0, want));
        turn.claims().forEach(this::start);
        return !turn.claims().isEmpty() || !finished.isEmpty();
    }

    private boolean mayClaim() {
        return !stopping && settings.stale().mayRun(lastConfirmedBeat, clock.instant());
    }

    private List<Finished> takeFinished() {
        List<Finished> done = new ArrayList<>();
        for (Finished next = finished.poll(); next != null; next = finished.poll()) {
            done.add(next);
        }
        return done;
    }

    private Turn tell(List<Finished> done, int want) {
        Instant now = clock.instant();
        Turn turn;
        try {
            turn = store.turn(id, done.stream().map(Finished::settlement).toList(), want, now);
        } catch (RuntimeException untold) {
            // Whether it was written, the fences will tell: it is said again with the next turn.
            finished.addAll(done);
            throw untold;
        }
        for (Finished one : done) {
            if (turn.accepted().contains(one.settlement().fence())) {
                announce(one, now);
            } else {
                LOG.log(
                        Level.WARNING,
                        "job {0}: what its run came to was not accepted",
                        one.run().claim().job());
                discard(one.run(), one.outcome());
            }
        }
        return turn;
    }

    private void announce(Finished one, Instant now) {
        Claim claim = one.run().claim();
        JobEvent event = Settling.event(claim, one.settlement(), now);
        LOG.log(
                Level.INFO,
                "job {0} of {1}: {2}, retry {3}/{4}",
                claim.job(),
                claim.owner(),
                event.state().status(),
                event.attempts().retries(),
                settings.retry().errorRetries());
        one.settlement()
                .ending()
                .<Optional<Instant>>fold(
                        done -> Optional.empty(),
                        retry -> Optional.of(retry.due()),
                        givenUp -> Optional.empty(),
                        handedBack -> Optional.of(now))
                .ifPresent(this::isDue);
        events.publish(event);
    }

    private void start(Claim claim) {
        Run run = runOf(claim);
        runs.add(run);
        LOG.log(Level.INFO, "job {0} of {1}: PROCESSING", claim.job(), claim.owner());
        events.publish(Settling.began(claim));
        if (!settings.stale().mayRun(lastConfirmedBeat, clock.instant())) {
            run.endEarly(Fate.RECALLED);
        }
        try {
            executor.execute(() -> execute(run));
        } catch (RejectedExecutionException full) {
            LOG.log(Level.WARNING, () -> "job " + claim.job() + ": no thread for it", full);
            runs.remove(run);
            finished.add(new Finished(run, Outcome.produced(""), settling.handedBack(claim)));
        }
    }

    private Run runOf(Claim claim) {
        JobHandler handler = Optional.ofNullable(handlers.get(claim.spec().kind()))
                .orElse((c, progress) -> Outcome.failed(Failure.passing(
                        "No worker here knows how to do \"" + c.spec().kind() + "\".")));
        return new Run(claim, handler, store, events, clock);
    }

    private void execute(Run run) {
        Outcome outcome = run.execute();
        finish(run, outcome);
        runs.remove(run);
        turnSoon.run();
    }

    private void finish(Run run, Outcome outcome) {
        Instant now = clock.instant();
        Claim claim = run.claim();
        switch (run.fate()) {
            case OVERDUE -> discard(run, outcome);
            case GOES_ON -> finished.add(new Finished(run, outcome, settling.of(claim, outcome, now)));
            case RECALLED -> finished.add(new Finished(run, outcome, settling.ofRecalled(claim, outcome, now)));
        }
    }

    private static void discard(Run run, Outcome outcome) {
        try {
            run.discard(outcome);
        } catch (RuntimeException left) {
            // What is left behind is under its own fence: nobody sees it, and the sweep of orphans finds it.
            LOG.log(Level.WARNING, () -> "job " + run.claim().job() + ": leftovers of a run remain", left);
        }
    }

    int runOnce() {
        beat();
        rescue();
        Turn turn = tell(takeFinished(), settings.threads());
        for (Claim claim : turn.claims()) {
            Run run = runOf(claim);
            finish(run, run.execute());
        }
        tell(takeFinished(), 0);
        return turn.claims().size();
    }

    /** No more claims; the runs may end by themselves, then they are asked to. */
    void finish(Duration grace) {
        stopping = true;
        try {
            if (!runs.awaitEmpty(grace)) {
                LOG.log(Level.INFO, "worker {0}: {1} jobs return to the queue", id, runs.size());
                runs.recall();
                runs.awaitEmpty(LAST_GRACE);
            }
        } catch (InterruptedException hurry) {
            runs.recall();
            Thread.currentThread().interrupt();
        }
    }

    /** Says what is still to be said, and goodbye. */
    void retire() {
        try {
            tell(takeFinished(), 0);
            store.retire(id, clock.instant());
        } finally {
            ownThreads.ifPresent(ExecutorService::shutdownNow);
        }
        LOG.log(Level.INFO, "worker {0} has gone home", id);
    }
}
