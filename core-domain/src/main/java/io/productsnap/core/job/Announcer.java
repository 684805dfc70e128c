package io.productsnap.core.job;

import io.productsnap.core.job.Settlement.Ending;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells the log, whoever watches and whoever listens what has happened to a job. It has happened already: that it cannot be
 * told must not undo it, so nothing here throws. Thread-safe.
 */
record Announcer(JobEvents events, LiveRuns live, Listeners listeners, int errorRetries) {

    private static final System.Logger LOG = System.getLogger(Announcer.class.getName());

    private static final String LIVE_VIEW = "live view";
    private static final String EVENT = "event";

    void began(Claim claim) {
        LOG.log(Level.INFO, "job {0} of {1}: PROCESSING", claim.job(), claim.owner());
        goesOn(claim);
        publish(Settling.began(claim));
        listeners.began(claim);
    }

    void advanced(Claim claim, int percent) {
        publish(Settling.advanced(claim, percent));
    }

    void settled(Claim claim, Ending ending, Instant now) {
        JobEvent event = Settling.event(claim, ending, now);
        LOG.log(
                Level.INFO,
                "job {0} of {1}: {2}, retry {3}/{4}",
                claim.job(),
                claim.owner(),
                event.state().status(),
                event.attempts().retries(),
                errorRetries);
        hasEnded(claim.owner(), claim.fence());
        publish(event);
        listeners.ended(claim, ending, Duration.between(claim.at(), now));
    }

    /** What the run came to was not accepted: its job had been taken away. */
    void dropped(Claim claim) {
        LOG.log(
                Level.INFO,
                "job {0} of {1}: what its run came to is dropped, the job was taken away",
                claim.job(),
                claim.owner());
        hasEnded(claim.owner(), claim.fence());
        listeners.dropped(claim);
    }

    void goesOn(Claim claim) {
        try {
            live.seen(claim.owner(), claim.fence());
        } catch (RuntimeException unseen) {
            LOG.log(Level.WARNING, () -> "job " + claim.job() + ": missing from the live view", unseen);
            listeners.troubled(LIVE_VIEW, unseen);
        }
    }

    private void hasEnded(Owner owner, Fence run) {
        try {
            live.ended(owner, run);
        } catch (RuntimeException left) {
            LOG.log(Level.WARNING, () -> "job " + run.job() + ": left in the live view", left);
            listeners.troubled(LIVE_VIEW, left);
        }
    }

    void rescued(Job job) {
        LOG.log(
                Level.WARNING,
                "job {0} of {1}: its worker died; it is {2} now, retry {3}",
                job.id(),
                job.owner(),
                job.state().status(),
                job.attempts().retries());
        hasEnded(job.owner(), new Fence(job.id(), job.fence()));
        publish(JobEvent.of(job));
        listeners.rescued(job);
    }

    private void publish(JobEvent event) {
        try {
            events.publish(event);
        } catch (RuntimeException untold) {
            LOG.log(Level.WARNING, () -> "job " + event.job() + ": its event was not published", untold);
            listeners.troubled(EVENT, untold);
        }
    }
}
