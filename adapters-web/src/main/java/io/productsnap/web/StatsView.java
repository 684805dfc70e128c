package io.productsnap.web;

import io.productsnap.core.job.Terms;
import io.productsnap.core.job.Usage;
import io.productsnap.core.payment.Plan;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.QuotaPolicy.Period;
import java.util.Locale;
import java.util.Optional;

/** What a user's plan gives, and what is left of it. */
record StatsView(
        String plan,
        String planRaw,
        String period,
        int currentPeriodUsage,
        int currentPeriodLimit,
        int remainingJobs,
        long totalJobs,
        int todayUsage,
        Optional<Integer> todayLimit,
        int concurrentJobs,
        int concurrentLimit) {

    /** @throws IllegalStateException when the owner has no terms, which no user is without */
    static StatsView of(Usage usage) {
        Terms terms = usage.terms().orElseThrow(() -> new IllegalStateException("a user without an allowance"));
        QuotaPolicy quota = terms.quota();
        return new StatsView(
                Plan.of(terms.tier()).map(Plan::title).orElse(terms.tier()),
                terms.tier(),
                quota.period().name().toLowerCase(Locale.ROOT),
                usage.used(),
                quota.jobs(),
                // A plan that became smaller may have less than was used.
                Math.max(0, quota.jobs() - usage.used()),
                usage.total(),
                usage.today(),
                quota.period() == Period.DAY ? Optional.of(quota.jobs()) : Optional.empty(),
                usage.running(),
                terms.cap());
    }
}
