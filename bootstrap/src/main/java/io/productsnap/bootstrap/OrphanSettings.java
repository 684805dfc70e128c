package io.productsnap.bootstrap;

import io.productsnap.core.policy.OrphanPolicy;
import java.time.Duration;

/** How files that belong to no job are collected. */
record OrphanSettings(OrphanPolicy policy, Duration every) {

    private static final Duration HOUR = Duration.ofHours(1);

    static OrphanSettings read(Environment from) {
        return new OrphanSettings(
                new OrphanPolicy(from.duration("ORPHAN_GRACE", HOUR, OrphanPolicy.DEFAULT.grace())),
                from.duration("ORPHAN_COLLECT_EVERY", HOUR, HOUR));
    }
}
