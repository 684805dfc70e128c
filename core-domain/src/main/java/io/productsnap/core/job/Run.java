package io.productsnap.core.job;

import io.productsnap.core.policy.Failure;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One run of one job: its thread, how far it has come, and whether it was told to end early. Thread-safe. */
final class Run implements JobHandler.Progress {

    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    /** Progress is for people: more often than this it is not written down. */
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(200);

    private static final Outcome OUR_FAULT = Outcome.failed(Failure.passing("Something went wrong on our side."));
    private static final Outcome CUT_OFF = Outcome.failed(Failure.passing("The job was interrupted."));

    /** Whether the run goes on, and why not. */
    enum Fate {
        GOES_ON,
        /** It takes too long. */
        OVERDUE,
        /** The worker stops, or may not trust its lease. */
        RECALLED
    }

    private final Claim claim;
    private final JobHandler handler;
    private final JobStore store;
    private final Announcer announcer;
    private final Clock clock;
    private Fate fate = Fate.GOES_ON;
    private boolean concluded;
    private Optional<Thread> thread = Optional.empty();
    private int percent;
    private Instant told;

    Run(Claim claim, JobHandler handler, JobStore store, Announcer announcer, Clock clock) {
        this.claim = claim;
        this.handler = handler;
        this.store = store;
        this.announcer = announcer;
        this.clock = clock;
        this.told = claim.at();
    }

    Claim claim() {
        return claim;
    }

    /** Runs the handler to its end on this thread; not at all when the run was told to end before it began. */
    Outcome execute() {
        // An interrupt that was meant for this run must not reach what the thread does next, and one that was not,
        // must.
        boolean interrupted = Thread.interrupted();
        try {
            return begin() ? handle() : CUT_OFF;
        } finally {
            end();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Outcome handle() {
        try {
            return Objects.requireNonNull(handler.handle(claim, this), "a handler must give an outcome");
        } catch (InterruptedException asked) {
            return CUT_OFF;
        } catch (Exception | Error failed) {
            // An error of one job is no reason to leave the others without a worker.
            LOG.log(Level.ERROR, () -> "job " + claim.job() + ": its handler failed", failed);
            return OUR_FAULT;
        }
    }

    private synchronized boolean begin() {
        thread = Optional.of(Thread.currentThread());
        return fate == Fate.GOES_ON;
    }

    private synchronized void end() {
        thread = Optional.empty();
        Thread.interrupted();
    }

    /** The first call decides the fate. */
    synchronized void endEarly(Fate why) {
        if (fate == Fate.GOES_ON) {
            fate = why;
            thread.ifPresent(Thread::interrupt);
        }
    }

    synchronized Fate fate() {
        return fate;
    }

    /** @return whether it is the caller who may say what came of the run: the first one does */
    synchronized boolean conclude() {
        boolean first = !concluded;
        concluded = true;
        return first;
    }

    /** Whether it is still open what comes of it. */
    synchronized boolean isUnderWay() {
        return !concluded;
    }

    void discard(Outcome outcome) {
        try {
            handler.discard(claim, outcome);
        } catch (RuntimeException left) {
            // What is left behind is under its own fence: nobody sees it, and the sweep of orphans finds it.
            LOG.log(Level.WARNING, () -> "job " + claim.job() + ": leftovers of a run remain", left);
        }
    }

    @Override
    public void at(int to) {
        Instant now = clock.instant();
        if (!isWorthTelling(to, now)) {
            return;
        }
        try {
            if (!store.progress(claim.fence(), to)) {
                LOG.log(Level.INFO, "job {0}: the fence is lost, the run ends", claim.job());
                endEarly(Fate.RECALLED);
                return;
            }
        } catch (RuntimeException unreachable) {
            // The run is worth more than the news of it; a lost lease is noticed by the beat.
            LOG.log(Level.WARNING, () -> "job " + claim.job() + ": its progress was not written", unreachable);
            return;
        }
        announcer.advanced(claim, to);
    }

    private synchronized boolean isWorthTelling(int to, Instant now) {
        if (to <= percent || to > 100 || fate != Fate.GOES_ON || now.isBefore(told.plus(PROGRESS_EVERY))) {
            return false;
        }
        percent = to;
        told = now;
        return true;
    }
}
