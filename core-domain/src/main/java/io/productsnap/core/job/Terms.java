package io.productsnap.core.job;

import io.productsnap.core.policy.ConcurrencyPolicy;
import io.productsnap.core.policy.FairnessPolicy;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.Require;

/**
 * What an owner may have done.
 *
 * @param tier a word that the claim carries to the handler; the engine does not know what it means
 * @param cap how many of the owner's jobs run at one time, >= 1
 * @param weight how much faster than weight 1 the owner's queue moves when workers are short, 1 to 100
 */
public record Terms(String tier, int cap, int weight, QuotaPolicy quota) {

    public Terms {
        Require.word(tier, 60, "tier");
        Require.atLeast(1, cap, "cap");
        Require.atLeast(1, weight, "weight");
        Require.that(weight <= 100, "weight must be <= 100: " + weight);
    }

    public ConcurrencyPolicy concurrency() {
        return new ConcurrencyPolicy(cap);
    }

    public FairnessPolicy fairness() {
        return new FairnessPolicy(weight);
    }
}
