package io.productsnap.core.job;

import io.productsnap.core.job.Run.Fate;
import io.productsnap.core.policy.StalePolicy;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * The life of an engine in the store's eyes: takes turns, beats, and gives its jobs up in time. A few threads take turns,
 * so that one is under way while another's answer is dealt with; what is finished while all are at the store goes with the
 * next, so batches grow with the load.
 */
final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());

    /** Long enough for others' turns to end, and short beside what a person notices. */
    private static final Duration A_MOMENT = Duration.ofMillis(15);

    private static final int ENOUGH_FOR_TWO = 8;

    /** How long a run that was asked to end may take to do so. */
    private static final Duration LAST_GRACE = Duration.ofSeconds(5);

    private final JobStore store;
    private final EngineSettings settings;
    private final StalePolicy stale;
    private final Clock clock;
    private final Runnable turnSoon;
    private final Consumer<Duration> turnWithin;
    private final Lease lease;
    private final Settling settling;
    private final Announcer announcer;
    private final Runner runner;
    private final Runs runs = new Runs();
    private final Queue<Finished> finished = new LinkedBlockingQueue<>();
    private final AtomicReference<Instant> nextDue = new AtomicReference<>(Instant.MAX);
    private volatile boolean stopping;

    /** Shared by those who take turns, from the question until what was claimed is among the runs. */
    private final ReadWriteLock answers = new ReentrantReadWriteLock();

    /** Whether a turn was taken whose answer is not known: there may be claims that nobody here has heard of. */
    private volatile boolean unsure;

    /** How many claims are asked for by turns that are under way; changed by whoever has the lock on what is finished. */
    private int askedFor;

    /** Until when there was no thread for a job, and it is no use to claim one. */
    private volatile Instant crowdedUntil = Instant.MIN;

    /**
     * @param turnSoon has {@link #turn} called now, or as soon as one is done that is under way
     * @param turnWithin has it called again, from within it, after so long
     */
    Worker(EngineBuilder builder, Runnable turnSoon, Consumer<Duration> turnWithin) {
        this.store = builder.store;
        this.settings = builder.settings;
        this.stale = settings.stale();
        this.clock = builder.clock;
        this.turnSoon = turnSoon;
        this.turnWithin = turnWithin;
        this.lease = new Lease(store, stale, clock, builder.random);
        this.settling = new Settling(settings.retry(), stale, builder.random);
        this.announcer = new Announcer(
                builder.events,
                builder.live,
                builder.allListeners(),
                settings.retry().errorRetries());
        this.runner = new Runner(builder, announcer);
    }

    void register() {
        beat();
        LOG.log(Level.INFO, "worker {0} ready: {1} threads", lease.worker(), settings.threads());
    }

    void beat() {
        if (!lease.renew()) {
            runs.recall();
            turnSoon.run();
        }
        runs.all().stream().filter(Run::isUnderWay).forEach(run -> announcer.goesOn(run.claim()));
    }

    /** Looks after what runs here, without asking anybody, so that a slow store cannot keep it: lease, deadlines, dates. */
    void guard() {
        Instant now = clock.instant();
        if (!lease.holds()) {
            runs.recall();
        }
        for (Run run : runs.all()) {
            Instant started = run.claim().at();
            if (stale.isOverdue(started, now)) {
                run.endEarly(Fate.OVERDUE);
            }
            if (stale.isOverdue(started.plus(LAST_GRACE), now) && run.conclude()) {
                finish(run, Optional.empty(), settling.ofOverdue(run.claim(), now));
            }
        }
        if (!now.isBefore(nextDue.get())) {
            turnSoon.run();
        }
    }

    /** Ends the runs whose jobs were taken away from us: called off, or removed. */
    void recheck() {
        List<Run> running = runs.all();
        if (running.isEmpty()) {
            return;
        }
        // Asked later than what runs: what is missing here was taken away, and is not just about to be written.
        Set<Fence> held = store.heldBy(lease.worker());
        running.stream().filter(run -> !held.contains(run.claim().fence())).forEach(run -> run.endEarly(Fate.RECALLED));
    }

    /** Takes over what dead workers have left. */
    void rescue() {
        store.rescue(stale, settings.retry(), clock.instant()).forEach(announcer::rescued);
    }

    /** Makes claimable what has become due, whoever put it off, and finds out what is due next. */
    void promote() {
        Instant asked = nextDue.getAndSet(Instant.MAX);
        try {
            store.promote(clock.instant()).ifPresent(this::expect);
        } catch (RuntimeException unpromoted) {
            expect(asked);
            throw unpromoted;
        }
    }

    /** Something becomes due then. */
    void expect(Instant when) {
        nextDue.accumulateAndGet(when, (one, other) -> one.isBefore(other) ? one : other);
    }

    /**
     * Whether so much is finished that a second turn beside one that is under way is worth it: few jobs split in two cost
     * more than they gain, and an owner's two turns wait for one another all the same.
     */
    boolean hasEnoughForTwo() {
        return finished.size() >= ENOUGH_FOR_TWO;
    }

    /** Settles and claims until there is nothing to do at this moment. */
    void turn() {
        try {
            if (!clock.instant().isBefore(nextDue.get())) {
                promote();
            }
            boolean more = true;
            while (more) {
                more = turnOnce();
            }
        } catch (RuntimeException | Error broken) {
            unsure = true;
            throw broken;
        }
    }

    // A yield is a hint and no more: jobs that are about to finish may finish first, and go with this turn.
    @SuppressWarnings("ThreadPriorityCheck")
    private boolean turnOnce() {
        Thread.yield();
        WorkerId me = lease.worker();
        if (unsure) {
            giveBackWhatIsUnknown(me);
        }
        answers.readLock().lock();
        try {
            Business business = take(me);
            if (business.isNone()) {
                return false;
            }
            Turn turn = transact(me, business);
            boolean gained = !turn.claims().isEmpty();
            if (turn.again() && !gained) {
                turnWithin.accept(A_MOMENT);
            }
            return (turn.again() && gained) || !finished.isEmpty();
        } finally {
            answers.readLock().unlock();
        }
    }

    /** What one turn is about. */
    private record Business(List<Finished> done, int want) {
        boolean isNone() {
            return done.isEmpty() && want == 0;
        }
    }

    /** All there is to do: what is left for others comes up while this is under way. */
    private Business take(WorkerId me) {
        synchronized (finished) {
            Business business = new Business(takeFinished(), wanted(me));
            askedFor += business.want();
            return business;
        }
    }

    private Turn transact(WorkerId me, Business business) {
        try {
            // Files are removed elsewhere: that takes time.
            Turn turn = tell(me, business.done(), business.want(), one -> runner.onAThread(one.run(), one::discard));
            turn.claims().forEach(claim -> start(claim, me));
            return turn;
        } finally {
            synchronized (finished) {
                askedFor -= business.want();
            }
        }
    }

    private void giveBackWhatIsUnknown(WorkerId me) {
        // Alone: a claim that was answered a moment ago is known only once it is among the runs.
        answers.writeLock().lock();
        try {
            unsure = false;
            // In this order: what ends meanwhile goes from the one to the other.
            Set<Fence> known = new HashSet<>(runs.fences());
            finished.forEach(one -> known.add(one.fence()));
            store.giveBack(me, known, clock.instant());
        } finally {
            answers.writeLock().unlock();
        }
    }

    private int wanted(WorkerId me) {
        boolean crowded = clock.instant().isBefore(crowdedUntil);
        return mayBegin(me) && !crowded ? Math.max(0, settings.threads() - runs.size() - askedFor) : 0;
    }

    /** Whether what was claimed under this id may begin to run. */
    private boolean mayBegin(WorkerId claimant) {
        return !stopping && lease.holdsFor(claimant);
    }

    private List<Finished> takeFinished() {
        List<Finished> done = new ArrayList<>();
        for (Finished next = finished.poll(); next != null; next = finished.poll()) {
            done.add(next);
        }
        return done;
    }

    private Turn tell(WorkerId me, List<Finished> done, int want, Consumer<Finished> refused) {
        Instant now = clock.instant();
        Turn turn;
        try {
            turn = store.turn(me, done.stream().map(Finished::settlement).toList(), want, now);
        } catch (RuntimeException untold) {
            // Whether it was written, nobody knows. It is said again: a store accepts the same twice.
            finished.addAll(done);
            throw untold;
        }
        for (Finished one : done) {
            if (turn.accepted().contains(one.fence())) {
                accepted(one, now);
            } else {
                announcer.dropped(one.run().claim());
                refused.accept(one);
            }
        }
        return turn;
    }

    private void accepted(Finished one, Instant now) {
        one.ending()
                .<Optional<Instant>>fold(
                        done -> Optional.empty(),
                        retry -> Optional.of(retry.due()),
                        givenUp -> Optional.empty(),
                        handedBack -> Optional.empty())
                .ifPresent(this::expect);
        announcer.settled(one.run().claim(), one.ending(), now);
    }

    private void start(Claim claim, WorkerId me) {
        announcer.began(claim);
        Run run = runner.runOf(claim);
        runs.add(run);
        // Asked when it can be found among the runs: whoever ends the lease from here on finds it, and recalls it.
        if (!mayBegin(me)) {
            run.endEarly(Fate.RECALLED);
        }
        boolean started = false;
        try {
            started = runner.onAThread(run, () -> execute(run));
        } finally {
            if (!started) {
                runs.remove(run);
            }
        }
        if (!started) {
            crowdedUntil = clock.instant().plus(settings.poll());
            finish(run, Optional.empty(), new Settlement.HandedBack());
        }
    }

    private void execute(Run run) {
        try {
            conclude(run);
        } finally {
            runs.remove(run);
            turnSoon.run();
        }
    }

    private void conclude(Run run) {
        Outcome outcome = run.execute();
        if (run.conclude()) {
            finish(run, Optional.of(outcome), settling.of(run, outcome, clock.instant()));
        } else {
            run.discard(outcome);
        }
    }

    private void finish(Run run, Optional<Outcome> outcome, Settlement.Ending ending) {
        finished.add(new Finished(run, outcome, ending));
        turnSoon.run();
    }

    int runOnce() {
        beat();
        promote();
        rescue();
        WorkerId me = lease.worker();
        List<Claim> claims =
                tell(me, takeFinished(), settings.threads(), Finished::discard).claims();
        claims.forEach(claim -> {
            announcer.began(claim);
            conclude(runner.runOf(claim));
        });
        tell(me, takeFinished(), 0, Finished::discard);
        return claims.size();
    }

    /** No more claims; the runs may end by themselves, then they are asked to. */
    void finish(Duration grace) {
        stopping = true;
        try {
            if (!runs.awaitEmpty(grace)) {
                LOG.log(Level.INFO, "worker {0}: {1} jobs return to the queue", lease.worker(), runs.size());
                runs.recall();
                runs.awaitEmpty(LAST_GRACE);
            }
        } catch (InterruptedException hurry) {
            runs.recall();
            Thread.currentThread().interrupt();
        }
    }

    /** Says what is still to be said, and goodbye. What runs on all the same says nothing more. */
    void retire() {
        runs.all().forEach(Run::conclude);
        WorkerId me = lease.worker();
        try {
            tell(me, takeFinished(), 0, Finished::discard);
        } finally {
            try {
                store.retire(me, clock.instant());
            } finally {
                runner.close(LAST_GRACE);
            }
        }
        LOG.log(Level.INFO, "worker {0} has gone home", me);
    }
}
