package io.productsnap.core.job;

import java.util.Optional;

/**
 * A run about which there is something to be written.
 *
 * @param outcome empty when its handler was not run, or has not come back
 */
record Finished(Run run, Optional<Outcome> outcome, Settlement.Ending ending) {

    Fence fence() {
        return run.claim().fence();
    }

    Settlement settlement() {
        return new Settlement(fence(), run.claim().owner(), ending);
    }

    /** Whatever the run produced can go. */
    void discard() {
        outcome.ifPresent(run::discard);
    }
}
