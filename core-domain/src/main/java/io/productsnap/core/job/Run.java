package io.productsnap.core.job;

import io.productsnap.core.policy.Failure;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One run of one job: its thread, how far it has come, and whether it was told to end early. */
final class Run implements JobHandler.Progress {

    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    /** Progress is for people: more often than this it is not written down. */
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(200);

    /** Whether the run goes on, and why not. */
    enum Fate {
        GOES_ON,
        /** It took too long, and was settled without waiting for it. */
        OVERDUE,
        /** It was asked to end: the worker stops, or may not trust its lease. */
        RECALLED
    }

    private final Claim claim;
    private final JobHandler handler;
    private final JobStore store;
    private final JobEvents events;
    private final Clock clock;
    private Fate fate = Fate.GOES_ON;
    private Optional<Thread> thread = Optional.empty();
    private int percent;
    private Instant told;

    Run(Claim claim, JobHandler handler, JobStore store, JobEvents events, Clock clock) {
        this.claim = claim;
        this.handler = handler;
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.told = claim.at();
    }

    Claim claim() {
        return claim;
    }

    /** Runs the handler to its end on this thread. */
    Outcome execute() {
        begin();
        try {
            return handler.handle(claim, this);
        } catch (InterruptedException asked) {
            return Outcome.failed(Failure.passing("The job was interrupted."));
        } catch (Exception failed) {
            LOG.log(Level.WARNING, () -> "job " + claim.job() + ": its handler failed", failed);
            return Outcome.failed(Failure.passing("Something went wrong on our side."));
        } catch (LinkageError | StackOverflowError | OutOfMemoryError failed) {
            LOG.log(Level.ERROR, () -> "job " + claim.job() + ": its handler failed badly", failed);
            return Outcome.failed(Failure.passing("Something went wrong on our side."));
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        thread = Optional.of(Thread.currentThread());
        if (fate != Fate.GOES_ON) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end() {
        thread = Optional.empty();
        // The thread goes to another job: an interrupt that was meant for this one must not reach it.
        Thread.interrupted();
    }

    /** @return whether this call decided the fate; the first one does */
    synchronized boolean endEarly(Fate why) {
        if (fate != Fate.GOES_ON) {
            return false;
        }
        fate = why;
        thread.ifPresent(Thread::interrupt);
        return true;
    }

    synchronized Fate fate() {
        return fate;
    }

    void discard(Outcome outcome) {
        handler.discard(claim, outcome);
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
        events.publish(JobEvent.of(
                claim.job(), claim.fence().number(), new JobState.Processing(claim.at(), to), claim.attempts()));
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
