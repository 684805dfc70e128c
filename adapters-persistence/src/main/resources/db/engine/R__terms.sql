-- The terms of an owner, as they stand in the lane: looked up again when they are out of date.

-- Where a quota's periods begin: the one that a moment lies in, or the one that is so many ahead of it. Null when there is
-- none. It is core's QuotaPolicy once more, and a test holds the one against the other: months are counted from the anchor
-- itself, so that 31 January is followed by 28 February and by 31 March, and nothing begins before the anchor.
create or replace function productsnap.period_start(
    period text, anchor timestamptz, present timestamptz, ahead integer)
returns timestamptz
language plpgsql immutable strict
as $$
declare
    first  timestamp := anchor at time zone 'UTC';
    moment timestamp := present at time zone 'UTC';
    months integer;
begin
    case period
        when 'TOTAL' then
            return case when ahead = 0 then anchor end;
        when 'DAY' then
            return (first + (greatest(floor(extract(epoch from moment - first) / 86400), 0) + ahead)::integer
                            * interval '24 hours') at time zone 'UTC';
        when 'MONTH' then
            months := (extract(year from moment) - extract(year from first)) * 12
                      + extract(month from moment) - extract(month from first);
            if first + make_interval(months => months) > moment then
                months := months - 1;
            end if;
            return (first + make_interval(months => greatest(months, 0) + ahead)) at time zone 'UTC';
    end case;
end
$$;

-- Writes the terms of the moment into a lane that is locked, and says when its quota is whole again: null for never.
create or replace function productsnap.renew(whose text, present timestamptz, out whole_again timestamptz)
language plpgsql
as $$
declare
    lane  productsnap.lane;
    terms record;
    start timestamptz;
begin
    -- Terms end by the clock.
    select a.ends_at > present as ends,
           a.ends_at,
           a.ends_at > present and a.then_cap > a.cap as grows,
           case when a.ends_at <= present then a.then_tier else a.tier end as tier,
           case when a.ends_at <= present then a.then_cap else a.cap end as cap,
           coalesce(case when a.ends_at <= present then a.then_weight else a.weight end, 1) as weight,
           case when a.ends_at <= present then a.then_quota_jobs else a.quota_jobs end as quota,
           case when a.ends_at <= present then a.then_quota_period else a.quota_period end as period,
           case when a.ends_at <= present then a.then_quota_anchor else a.quota_anchor end as anchor
      into terms
      from (values (whose)) o (owner) left join productsnap.allowance a on a.owner = o.owner;
    start := productsnap.period_start(terms.period, terms.anchor, present, 0);
    whole_again := productsnap.period_start(terms.period, terms.anchor, present, 1);

    select * into lane from productsnap.lane l where l.owner = whose;
    if lane.since is distinct from start then
        -- Whoever falls back to earlier terms finds the count they had there.
        insert into productsnap.usage as u (owner, since, used)
        select whose, lane.since, lane.used where lane.since is not null
            on conflict (owner, since) do update set used = excluded.used;
        lane.used := coalesce((select u.used from productsnap.usage u where u.owner = whose and u.since = start), 0);
    end if;
    update productsnap.lane l
       set cap = terms.cap,
           weight = terms.weight,
           tier = terms.tier,
           quota = terms.quota,
           since = start,
           used = lane.used,
           good_until = least(case when terms.ends then terms.ends_at end, whole_again, 'infinity'),
           grows_at = case when terms.grows then terms.ends_at end
     where l.owner = whose;
end
$$;

-- One more job against the quota of an owner whose lane is locked, by the terms of the moment. It answers with the period
-- that it was counted in, which is null where there is no quota, or else when the quota is whole again, null for never.
create or replace function productsnap.charge(
    whose text, present timestamptz, out is_counted boolean, out counted_since timestamptz, out whole_again timestamptz)
language plpgsql
as $$
begin
    perform productsnap.renew(whose, present) from productsnap.lane l where l.owner = whose and l.good_until <= present;
    update productsnap.lane l set used = l.used + (l.quota is not null)::integer
     where l.owner = whose and (l.quota is null or l.used < l.quota)
    returning l.since into counted_since;
    is_counted := found;
    if not is_counted then
        whole_again := productsnap.renew(whose, present);
    end if;
end
$$;

-- One job less in a period of an owner whose lane is locked. What was never counted has no period, and gives nothing back.
create or replace function productsnap.refund(whose text, period timestamptz, jobs integer)
returns void
language sql
begin atomic
    update productsnap.usage u set used = u.used - jobs
     where u.owner = whose and u.since = period
       and period is distinct from (select l.since from productsnap.lane l where l.owner = whose);
    update productsnap.lane l set used = l.used - jobs where l.owner = whose and l.since = period;
end;
