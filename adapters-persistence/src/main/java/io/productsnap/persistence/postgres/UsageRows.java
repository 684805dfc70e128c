package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.job.Usage;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was counted in each period of a quota: the present one in the lane, the others in the table {@code usage}. */
final class UsageRows {

    private static final String SUMMARY = """
        /* usage_summary */
        select case when l.since = :since then l.used
                    else coalesce((select used from productsnap.usage where owner = :owner and since = :since), 0) end as used,
               (select count(*) from productsnap.lease where owner = :owner and not is_recalled) as running,
               coalesce(l.total, 0) as total,
               case when l.today_on = :day then l.today else 0 end as today
          from (values (:owner)) o (owner) left join productsnap.lane l on l.owner = o.owner
        """;

    private UsageRows() {}

    static Usage summary(Handle handle, Owner owner, Instant now) {
        Optional<Terms> terms = AllowanceRows.find(handle, owner).map(allowance -> allowance.at(now));
        return handle.createQuery(SUMMARY)
                .bind("owner", owner.value())
                .bind("since", terms.map(held -> held.quota().periodStart(now)))
                .bind("day", JobAdmission.dayOf(now))
                .map((row, context) -> new Usage(
                        terms, row.getInt("used"), row.getInt("running"), row.getLong("total"), row.getInt("today")))
                .one();
    }
}
