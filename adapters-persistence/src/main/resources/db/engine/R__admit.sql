-- Takes a job in: the key, the quota, the queue, in one round trip and, where the caller has no transaction, one commit.
--
-- It relies on READ COMMITTED, as a turn does: each statement has a snapshot of its own. The order of locks is everywhere
-- the same: submission key, lane, then usage and jobs.

-- Where a quota's periods begin: the one that a moment lies in, or the one that is so many ahead of it. Null when there is
-- none. It is core's QuotaPolicy once more, and a test holds the one against the other: months are counted from the anchor
-- itself, so that 31 January is followed by 28 February and by 31 March, and nothing begins before the anchor.
create or replace function productsnap.period_start(
    period text, anchor timestamptz, present timestamptz, ahead integer)
returns timestamptz
language plpgsql immutable
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

-- One more job against the quota of an owner whose lane is locked, by the terms of the moment. It answers with the period
-- that it was counted in, which is null where there is no quota, or else when the quota is whole again, null for never.
create or replace function productsnap.charge(
    whose text, present timestamptz, out is_counted boolean, out counted_since timestamptz, out whole_again timestamptz)
language plpgsql
as $$
declare
    jobs   integer;
    period text;
    anchor timestamptz;
    start  timestamptz;
begin
    is_counted := true;
    -- Terms end by the clock.
    select case when a.ends_at <= present then a.then_quota_jobs else a.quota_jobs end,
           case when a.ends_at <= present then a.then_quota_period else a.quota_period end,
           case when a.ends_at <= present then a.then_quota_anchor else a.quota_anchor end
      into jobs, period, anchor
      from productsnap.allowance a
     where a.owner = whose;
    if not found then
        return;
    end if;
    start := productsnap.period_start(period, anchor, present, 0);
    -- One statement that looks and counts: a count that is read first would be old when it is used.
    update productsnap.usage u set used = u.used + 1 where u.owner = whose and u.since = start and u.used < jobs;
    if not found then
        -- The first of its period, or one too many.
        insert into productsnap.usage (owner, since, used)
        select whose, start, 1 where jobs > 0
            on conflict (owner, since) do nothing;
    end if;
    is_counted := found;
    if is_counted then
        counted_since := start;
    else
        whole_again := productsnap.period_start(period, anchor, present, 1);
    end if;
end
$$;

-- It answers ADMITTED with the job, USED_UP with when the quota is whole again (null for never), REPEATED with the job that
-- came before under the key, or CONFLICT. Without a key under_key is null. A patience of null leaves it to the caller's
-- transaction how long a lock is waited for.
create or replace function productsnap.admit(
    new_id uuid, new_owner text, new_kind text, new_payload text, new_label text, new_due timestamptz,
    under_key text, print text, key_expires timestamptz, patience text, present timestamptz,
    out what text, out whole_again timestamptz, out job productsnap.job)
language plpgsql
as $$
declare
    known   productsnap.submission_key;
    charged record;
    day     date := (present at time zone 'UTC')::date;
begin
    if patience is not null then
        perform set_config('lock_timeout', patience, true);
    end if;

    while under_key is not null loop
        -- Whoever comes second waits here for the first one's commit.
        insert into productsnap.submission_key (owner, key, fingerprint, job_id, expires_at)
        values (new_owner, under_key, print, new_id, key_expires)
            on conflict (owner, key) do nothing;
        exit when found;
        -- A later statement: the one that waited does not see the row of the one it waited for.
        select * into known from productsnap.submission_key k
         where k.owner = new_owner and k.key = under_key for update;
        -- Else it was forgotten, or released, between the two statements.
        if found then
            if known.expires_at > present then
                -- Later again: this may have waited too.
                select * into job from productsnap.job j where j.id = known.job_id and j.owner = new_owner;
                if found then
                    what := case when known.fingerprint = print then 'REPEATED' else 'CONFLICT' end;
                    return;
                end if;
            end if;
            -- What is past its time, or whose job was removed, is as good as new.
            update productsnap.submission_key k
               set fingerprint = print, job_id = new_id, expires_at = key_expires
             where k.owner = new_owner and k.key = under_key;
            exit;
        end if;
    end loop;

    perform from productsnap.lane l where l.owner = new_owner for no key update;
    if not found then
        insert into productsnap.lane (owner) values (new_owner) on conflict do nothing;
        perform from productsnap.lane l where l.owner = new_owner for no key update;
    end if;

    charged := productsnap.charge(new_owner, present);
    if not charged.is_counted then
        -- Nothing came of the job: the key is as free as before.
        delete from productsnap.submission_key k
         where k.owner = new_owner and k.key = under_key and k.job_id = new_id;
        what := 'USED_UP';
        whole_again := charged.whole_again;
        return;
    end if;

    insert into productsnap.job (id, owner, kind, payload, label, status, due_at, charged_since, created_at)
    values (new_id, new_owner, new_kind, new_payload, new_label,
            case when new_due > present then 'DEFERRED' else 'QUEUED' end, new_due, charged.counted_since, present)
    returning * into job;

    -- Who was idle starts at the floor of virtual time: waiting without work earns nothing. A job that cannot be started
    -- yet opens nothing.
    update productsnap.lane l
       set total = l.total + 1,
           today = case when l.today_on = day then l.today + 1 else 1 end,
           today_on = day,
           is_open = case when job.status = 'QUEUED' then not l.is_full else l.is_open end,
           vtime = case when l.is_open or job.status <> 'QUEUED' then l.vtime
                        else greatest(l.vtime, (select last_value from productsnap.vfloor)) end
     where l.owner = new_owner;
    what := 'ADMITTED';
end
$$;
