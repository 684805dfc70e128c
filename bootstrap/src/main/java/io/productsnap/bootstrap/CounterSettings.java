package io.productsnap.bootstrap;

import io.productsnap.core.policy.CounterPolicy;
import java.time.Duration;

/** How the live view of what runs is kept true. */
record CounterSettings(CounterPolicy policy, Duration every) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    static CounterSettings read(Environment from) {
        return new CounterSettings(
                new CounterPolicy(from.duration("COUNTER_GRACE", SHORTEST, CounterPolicy.DEFAULT.grace())),
                from.duration("COUNTER_MEND_EVERY", SHORTEST, Duration.ofMinutes(5)));
    }
}
