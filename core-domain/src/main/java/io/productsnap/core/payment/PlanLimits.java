package io.productsnap.core.payment;

import io.productsnap.core.job.Terms;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.QuotaPolicy.Period;
import io.productsnap.core.policy.Require;
import java.time.Instant;

/**
 * How much of the service each plan gives. Prices come with billing; what is here is what the engine has to know.
 *
 * @param free for ever: its quota is a total; the paid ones count by the month
 */
public record PlanLimits(Limit free, Limit basic, Limit pro) {

    public static final PlanLimits DEFAULT =
            new PlanLimits(new Limit(5, 1, 1), new Limit(100, 3, 1), new Limit(500, 5, 4));

    /**
     * The numbers of one plan.
     *
     * @param jobs in a period, >= 0
     * @param concurrent jobs that run at one time, >= 1
     * @param weight how much faster its queue moves when workers are short, >= 1
     */
    public record Limit(int jobs, int concurrent, int weight) {
        public Limit {
            Require.atLeast(0, jobs, "jobs");
            Require.atLeast(1, concurrent, "concurrent");
            Require.atLeast(1, weight, "weight");
        }
    }

    /** @param since where the plan's first period starts */
    public Terms terms(Plan plan, Instant since) {
        Limit limit = of(plan);
        Period period = plan == Plan.FREE ? Period.TOTAL : Period.MONTH;
        return new Terms(plan.id(), limit.concurrent(), limit.weight(), new QuotaPolicy(limit.jobs(), period, since));
    }

    private Limit of(Plan plan) {
        return switch (plan) {
            case FREE -> free;
            case BASIC_MONTHLY, BASIC_YEARLY -> basic;
            case PRO_MONTHLY, PRO_YEARLY -> pro;
        };
    }
}
