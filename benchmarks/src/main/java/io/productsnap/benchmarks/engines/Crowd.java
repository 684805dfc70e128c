package io.productsnap.benchmarks.engines;

import java.io.IOException;

/**
 * How long small owners' jobs wait beside an owner who has very many queued, at cap 3.
 *
 * @param alone without that owner
 * @param besideWaiting his jobs wait 10 ms each, as paid jobs do most of their time
 * @param besideBusy his jobs do nothing, and so keep the server as busy as three places can
 */
record Crowd(Waits alone, Waits besideWaiting, Waits besideBusy) {

    private static final int SMALL_OWNERS = 1000;
    private static final int CAP = 3;

    /** How many times as long small owners wait, at the 99th percentile. */
    double waitingToAlone() {
        return (double) besideWaiting.p99() / alone.p99();
    }

    double busyToAlone() {
        return (double) besideBusy.p99() / alone.p99();
    }

    static Crowd gather(Site site, int queued, int seconds) throws IOException, InterruptedException {
        Load waiting = new Load(SMALL_OWNERS, CAP, queued, 10);
        Load busy = new Load(SMALL_OWNERS, CAP, queued, 0);
        Waits alone = OpenLoop.apart(site, Contenders.OURS, waiting, seconds);
        try (Node node = Contenders.OURS.join(site, waiting, job -> {})) {
            Submitters.submit(0, queued, node::submit);
        }
        site.settle();
        int second = Schedule.from(queued, OpenLoop.PER_SECOND, seconds).end();
        Waits besideWaiting = OpenLoop.apart(site, Contenders.OURS, waiting, second, seconds);
        int third = Schedule.from(second, OpenLoop.PER_SECOND, seconds).end();
        return new Crowd(alone, besideWaiting, OpenLoop.apart(site, Contenders.OURS, busy, third, seconds));
    }
}
