package io.productsnap.core.job;

import io.productsnap.core.policy.StalePolicy;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Under which id an engine works, and whether it may still trust what it has claimed under it. Thread-safe. */
final class Lease {

    private static final System.Logger LOG = System.getLogger(Lease.class.getName());

    private final JobStore store;
    private final StalePolicy stale;
    private final Clock clock;
    private final RandomGenerator random;
    private volatile Term term;

    /** @param confirmed when the last beat that was answered was <em>sent</em>; what the answer took counts against us */
    private record Term(WorkerId worker, Instant confirmed) {}

    Lease(JobStore store, StalePolicy stale, Clock clock, RandomGenerator random) {
        this.store = store;
        this.stale = stale;
        this.clock = clock;
        this.random = random;
        this.term = unconfirmed();
    }

    private Term unconfirmed() {
        return new Term(WorkerId.next(clock.instant(), random), Instant.MIN);
    }

    WorkerId worker() {
        return term.worker();
    }

    /**
     * Tells the store that we live.
     *
     * @return false when we had been declared dead: all claims until now are others', and we have begun anew
     */
    boolean renew() {
        WorkerId worker = term.worker();
        if (beats(worker)) {
            return true;
        }
        // First the new id: a claim under the old one that is on its way to a thread finds that it must not begin.
        term = unconfirmed();
        LOG.log(Level.WARNING, "worker {0} was declared dead; it goes on as {1}", worker, term.worker());
        beats(term.worker());
        return false;
    }

    private boolean beats(WorkerId worker) {
        Instant sent = clock.instant();
        boolean alive = store.beat(worker, sent);
        if (alive) {
            term = new Term(worker, sent);
        }
        return alive;
    }

    /** Whether jobs may run: nobody else can have been given them yet. */
    boolean holds() {
        return stale.mayRun(term.confirmed(), clock.instant());
    }

    /** Whether what was claimed under this id may begin. */
    boolean holdsFor(WorkerId claimant) {
        return claimant.equals(term.worker()) && holds();
    }
}
