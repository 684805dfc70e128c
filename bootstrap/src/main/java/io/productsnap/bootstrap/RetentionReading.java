package io.productsnap.bootstrap;

import io.productsnap.core.payment.Plan;
import io.productsnap.core.policy.RetentionPolicy;
import java.time.Duration;

/** Reads how long finished and failed jobs are kept, and their files. */
final class RetentionReading {

    private static final Duration DAY = Duration.ofDays(1);

    private RetentionReading() {}

    static RetentionPolicy read(Environment from) {
        Duration free = from.duration("KEEP_FREE", DAY, Duration.ofDays(30));
        Duration basic = from.duration("KEEP_BASIC", DAY, Duration.ofDays(180));
        Duration pro = from.duration("KEEP_PRO", DAY, Duration.ofDays(365));
        return RetentionPolicy.of(free)
                .with(Plan.BASIC_MONTHLY.id(), basic)
                .with(Plan.BASIC_YEARLY.id(), basic)
                .with(Plan.PRO_MONTHLY.id(), pro)
                .with(Plan.PRO_YEARLY.id(), pro)
                .withFailed(from.duration("KEEP_FAILED", DAY, Duration.ofDays(30)));
    }
}
