package io.productsnap.bootstrap;

import io.productsnap.core.payment.Plan;
import io.productsnap.core.policy.RetentionPolicy;
import java.time.Duration;

/**
 * How long is kept what is over.
 *
 * @param jobs those that have ended, and their files
 * @param mails those that were sent or given up: to whom, when, and why not
 */
record Keeping(RetentionPolicy jobs, Duration mails) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    static Keeping read(Environment from) {
        Duration free = from.duration("KEEP_FREE", DAY, MONTH);
        Duration basic = from.duration("KEEP_BASIC", DAY, Duration.ofDays(180));
        Duration pro = from.duration("KEEP_PRO", DAY, Duration.ofDays(365));
        RetentionPolicy jobs = RetentionPolicy.of(free)
                .with(Plan.BASIC_MONTHLY.id(), basic)
                .with(Plan.BASIC_YEARLY.id(), basic)
                .with(Plan.PRO_MONTHLY.id(), pro)
                .with(Plan.PRO_YEARLY.id(), pro)
                .withFailed(from.duration("KEEP_FAILED", DAY, MONTH));
        return new Keeping(jobs, from.duration("KEEP_MAIL", DAY, MONTH));
    }
}
