package io.productsnap.benchmarks.crash;

/** A promise that was broken, and how. */
record Violation(Promise promise, String how) {

    /** What is promised. */
    enum Promise {
        NO_ZOMBIE("zombie writes accepted"),
        CAP("caps exceeded"),
        NOTHING_LOST("lost"),
        NOTHING_TWICE("doubled"),
        WAKE_UPS("lost wake-ups"),
        QUOTA("quota drift"),
        FILES("orphans, files gone"),
        LIVE_VIEW("live view wrong"),
        NOTHING_LEFT("rows left"),
        NO_ERRORS("errors of the server");

        private final String broken;

        Promise(String broken) {
            this.broken = broken;
        }

        /** What there is some of when it is not kept. */
        String broken() {
            return broken;
        }
    }

    @Override
    public String toString() {
        return promise.broken() + ": " + how;
    }
}
