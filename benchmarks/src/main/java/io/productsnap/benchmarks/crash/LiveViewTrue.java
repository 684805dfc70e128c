package io.productsnap.benchmarks.crash;

import io.productsnap.benchmarks.crash.Violation.Promise;
import io.productsnap.core.job.MendLiveRuns;
import io.productsnap.core.job.MendLiveRuns.Count;
import io.productsnap.core.policy.CounterPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Once mended, the live view shows what runs. */
final class LiveViewTrue implements Judge {

    private static final CounterPolicy AT_ONCE = new CounterPolicy(Duration.ofMillis(1));

    @Override
    public List<Violation> judge(Evidence evidence) {
        Office office = evidence.office();
        MendLiveRuns mending = new MendLiveRuns(office.live(), office.census(), AT_ONCE, Clock.systemUTC());
        mending.mend();
        // It does not wait for Redis to have done so.
        Patience.upTo(Duration.ofSeconds(10), () -> wrong(mending).isEmpty());
        return wrong(mending).stream()
                .map(count -> new Violation(
                        Promise.LIVE_VIEW,
                        count.inView() + " runs of " + count.owner() + " are in view, and there are "
                                + count.running()))
                .toList();
    }

    private static List<Count> wrong(MendLiveRuns mending) {
        return mending.compare().stream()
                .filter(count -> count.inView() != count.running())
                .toList();
    }
}
