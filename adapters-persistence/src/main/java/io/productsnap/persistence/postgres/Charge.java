package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.policy.QuotaPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** One more job against an owner's quota, by the terms of the moment. The owner's lane is locked. */
record Charge(Handle handle, Owner owner, Instant now) {

    /**
     * @param counted is given the period in which it was counted; empty for an owner without terms
     * @param usedUp is given when the quota is whole again; empty when never
     */
    <T> T fold(Function<Optional<Instant>, T> counted, Function<Optional<Instant>, T> usedUp) {
        Optional<QuotaPolicy> quota = AllowanceRows.find(handle, owner)
                .map(allowance -> allowance.at(now))
                .map(Terms::quota);
        if (quota.isEmpty()) {
            return counted.apply(Optional.empty());
        }
        Instant period = quota.get().periodStart(now);
        return UsageRows.count(handle, owner, period, quota.get().jobs())
                ? counted.apply(Optional.of(period))
                : usedUp.apply(quota.get().nextPeriod(now));
    }
}
