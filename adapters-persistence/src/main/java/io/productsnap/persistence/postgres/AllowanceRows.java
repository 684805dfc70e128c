package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Owner;
import io.productsnap.core.job.Terms;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.QuotaPolicy.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The table {@code allowance}: the terms of an owner, now and later. */
final class AllowanceRows {

    private static final String FIND = """
        /* allowance_find */
        select * from productsnap.allowance where owner = :owner
        """;

    private static final String WRITE = """
        /* allowance_write */
        insert into productsnap.allowance
               (owner, tier, cap, weight, quota_jobs, quota_period, quota_anchor, ends_at,
                then_tier, then_cap, then_weight, then_quota_jobs, then_quota_period, then_quota_anchor)
        values (:owner, :tier, :cap, :weight, :quota_jobs, :quota_period, :quota_anchor, :ends_at,
                :then_tier, :then_cap, :then_weight, :then_quota_jobs, :then_quota_period, :then_quota_anchor)
        on conflict (owner) do update
           set (tier, cap, weight, quota_jobs, quota_period, quota_anchor, ends_at,
                then_tier, then_cap, then_weight, then_quota_jobs, then_quota_period, then_quota_anchor)
             = (excluded.tier, excluded.cap, excluded.weight, excluded.quota_jobs, excluded.quota_period,
                excluded.quota_anchor, excluded.ends_at, excluded.then_tier, excluded.then_cap,
                excluded.then_weight, excluded.then_quota_jobs, excluded.then_quota_period,
                excluded.then_quota_anchor)
        """;

    private AllowanceRows() {}

    static Optional<Allowance> find(Handle handle, Owner owner) {
        return handle.createQuery(FIND)
                .bind("owner", owner.value())
                .map(AllowanceRows::read)
                .findOne();
    }

    static void write(Handle handle, Owner owner, Allowance allowance) {
        Update update = handle.createUpdate(WRITE).bind("owner", owner.value());
        Update complete = allowance.fold(
                lasting -> withoutEnd(bind(update, "", lasting.terms())),
                ending -> bind(bind(update, "", ending.terms()), "then_", ending.then())
                        .bind("ends_at", ending.end()));
        complete.execute();
    }

    private static Update bind(Update update, String prefix, Terms terms) {
        return update.bind(prefix + "tier", terms.tier())
                .bind(prefix + "cap", terms.cap())
                .bind(prefix + "weight", terms.weight())
                .bind(prefix + "quota_jobs", terms.quota().jobs())
                .bind(prefix + "quota_period", terms.quota().period().name())
                .bind(prefix + "quota_anchor", terms.quota().anchor());
    }

    private static Update withoutEnd(Update update) {
        return update.bindNull("ends_at", java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .bindNull("then_tier", java.sql.Types.VARCHAR)
                .bindNull("then_cap", java.sql.Types.INTEGER)
                .bindNull("then_weight", java.sql.Types.INTEGER)
                .bindNull("then_quota_jobs", java.sql.Types.INTEGER)
                .bindNull("then_quota_period", java.sql.Types.VARCHAR)
                .bindNull("then_quota_anchor", java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static Allowance read(ResultSet row, StatementContext context) throws SQLException {
        Terms terms = terms(row, "");
        Optional<Instant> end = Columns.optionalInstant(row, "ends_at");
        return end.isPresent()
                ? new Allowance.Ending(terms, end.get(), terms(row, "then_"))
                : new Allowance.Lasting(terms);
    }

    private static Terms terms(ResultSet row, String prefix) throws SQLException {
        QuotaPolicy quota = new QuotaPolicy(
                row.getInt(prefix + "quota_jobs"),
                Period.valueOf(row.getString(prefix + "quota_period")),
                Columns.instant(row, prefix + "quota_anchor"));
        return new Terms(
                row.getString(prefix + "tier"), row.getInt(prefix + "cap"), row.getInt(prefix + "weight"), quota);
    }
}
