-- A worker's whole business in one round trip and one commit: settle what is done, then claim.
--
-- It relies on READ COMMITTED: each statement of a volatile function has a snapshot of its own. Whatever is decided is
-- read by a statement that began after the locks were there.
--
-- done_how: DONE (done_text is the result), ERROR and CRASH (one more of them, again from done_due on), GIVEN_UP and
-- REFUNDED (done_text is the reason; REFUNDED gives the quota back), BACK (to the queue, unspent).
--
-- It answers with rows: SETTLED (its fence held), CLAIMED (a job to run), AGAIN (others were looking at what might be left
-- over for this worker: nobody will tell it, so it should ask again in a moment).
drop function if exists productsnap.turn(uuid, uuid[], text[], bigint[], text[], text[], timestamptz[], integer, integer,
    timestamptz);
create or replace function productsnap.turn(
    me uuid, done_job uuid[], done_owner text[], done_fence bigint[], done_how text[], done_text text[],
    done_due timestamptz[], want integer, lanes integer, present timestamptz)
returns table (what text, job_id uuid, job_fence bigint, job_owner text, job_kind text, job_payload text,
    job_label text, job_crashes integer, job_errors integer, job_tier text)
language plpgsql
-- Queues swing between empty and full, so statistics lie; every step below has an index, and nothing else is wanted.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
-- Whoever holds a lane for longer is stuck; the worker has others to serve, and comes back.
set lock_timeout = '5s'
as $$
#variable_conflict use_column
declare
    held  productsnap.lane[] := '{}';
    more  productsnap.lane[];
    low   bigint;
    floor bigint;
    start bigint;
    left_open boolean;
    taken integer;
begin
    -- Shared, since turns of a worker may overlap: whoever asks what it has claimed takes the lock alone, and so waits for
    -- the turns that are under way. Whoever settles for the dead is nobody, and waits for nobody.
    if me <> '00000000-0000-0000-0000-000000000000' then
        perform pg_advisory_xact_lock_shared(hashtextextended(me::text, 0));
    end if;

    if cardinality(done_job) > 0 then
        -- Lock, then look: a filter before the lock would lose wake-ups. In key order, so that two turns do not deadlock;
        -- waiting, since these lanes must be looked at again.
        select coalesce(array_agg(x.l), '{}') into held
          from (select l from productsnap.lane l
                 where l.owner = any (done_owner) order by l.owner for no key update) x;

        -- A zombie's fence matches no row: the job has a greater one by now, or no worker.
        return query
        with d as materialized (
            select * from unnest(done_job, done_owner, done_fence, done_how, done_text, done_due)
                as x (id, owner, fence, how, said, due)),
        was as materialized (
            select j.id, j.charged_since from d join productsnap.job j on j.id = d.id where d.how = 'REFUNDED'),
        settled as (
            update productsnap.job j
               set status = case
                       when d.how = 'DONE' then 'COMPLETED'
                       when d.how in ('GIVEN_UP', 'REFUNDED') then 'FAILED'
                       when d.due > present then 'DEFERRED'
                       else 'QUEUED' end,
                   errors = j.errors + (d.how = 'ERROR')::integer,
                   crashes = j.crashes + (d.how = 'CRASH')::integer,
                   due_at = d.due,
                   slot = null,
                   worker = null,
                   progress = 0,
                   finished_at = case when d.how in ('DONE', 'GIVEN_UP', 'REFUNDED') then present end,
                   result = case when d.how = 'DONE' then d.said end,
                   error = case when d.how in ('GIVEN_UP', 'REFUNDED') then d.said end,
                   charged_since = case when d.how = 'REFUNDED' then null else j.charged_since end
              from d
             where j.id = d.id and j.owner = d.owner and j.fence = d.fence and j.worker is not null
            returning j.id, j.fence, j.owner),
        refund as (
            -- Once: only the settlement that took the job from its worker gets here, and it forgets the period.
            update productsnap.usage u
               set used = u.used - r.jobs
              from (select s.owner, was.charged_since, count(*)::integer as jobs
                      from settled s join was on was.id = s.id
                     where was.charged_since is not null group by s.owner, was.charged_since) r
             where u.owner = r.owner and u.since = r.charged_since)
        select 'SETTLED', s.id, s.fence, s.owner, null::text, null::text, null::text, null::integer, null::integer,
               null::text
          from (select id, fence, owner from settled
                union all
                -- Completed just so by an earlier turn, whose answer the worker has not heard.
                select j.id, j.fence, j.owner
                  from d join productsnap.job j on j.id = d.id
                 where d.how = 'DONE' and d.id not in (select id from settled)
                   and j.owner = d.owner and j.fence = d.fence and j.status = 'COMPLETED'
                   and j.result = d.said) s;
    end if;

    -- What was called off while it ran keeps its place until now, whatever its worker says of it.
    if cardinality(done_job) > 0 and exists (select from productsnap.recalled) then
        delete from productsnap.recalled r
         using unnest(done_job, done_fence) as x (id, fence)
         where r.job_id = x.id and r.fence = x.fence;
    end if;

    -- Whoever was declared dead, or never said that it lives, gets nothing: nobody would miss its jobs.
    if not exists (select from productsnap.worker w where w.id = me and not w.dead) then
        want := 0;
    end if;

    select last_value into floor from productsnap.vfloor;
    if want > 0 then
        -- The open lanes furthest behind. It never waits: who has a lane locked is serving it. A long snapshot elsewhere
        -- pins the dead entries at the left end of the index, so it starts near the floor, and from the left end only
        -- when nothing is found there, and now and then.
        start := case when random() < 0.02 then -1 else floor - 2000 end;
        loop
            select array_agg(x.l) into more
              from (select l from productsnap.lane l
                     where l.is_open and l.vtime >= start
                       and l.owner <> all (array(select h.owner from unnest(held) h))
                     order by l.vtime limit lanes for no key update skip locked) x;
            exit when more is not null or start < 0;
            start := -1;
        end loop;
        held := held || coalesce(more, '{}');

        -- The floor follows whoever is furthest behind and has work: among the open lanes, those that others have locked
        -- included, else they would fall below it unserved; and among those in hand, full ones too, else an owner who
        -- works alone at the cap would run ahead of everybody who comes later.
        select least(
                   (select min(l.vtime) from productsnap.lane l where l.is_open and l.vtime >= start),
                   (select min(h.vtime) from unnest(held) h
                     where h.is_open
                        or exists (select from productsnap.job j where j.owner = h.owner and j.status = 'QUEUED')))
          into low;
        if low > floor + 1000 then
            floor := low;
            perform setval('productsnap.vfloor', greatest(low, (select last_value from productsnap.vfloor)));
        end if;

        -- Full lanes whose terms have grown by the clock alone: nothing else would have them looked at.
        select array_agg(x.l) into more
          from (select l from productsnap.lane l
                 where l.grows_at <= present and l.owner <> all (array(select h.owner from unnest(held) h))
                 order by l.grows_at limit lanes for no key update skip locked) x;
        held := held || coalesce(more, '{}');
    end if;
    if cardinality(held) = 0 then
        if want > 0 and exists (select from productsnap.lane l where l.is_open) then
            return query select 'AGAIN', null::uuid, null::bigint, null::text, null::text, null::text, null::text,
                                null::integer, null::integer, null::text;
        end if;
        return;
    end if;

    -- A later statement, with a later snapshot: what is free and what is queued cannot change under the lanes' locks.
    return query
    with terms as (
        -- Terms end by the clock. No allowance: no cap.
        select l.owner, l.vtime, case when a.ends_at > present and a.then_cap > a.cap then a.ends_at end as grows_at,
               case when a.ends_at <= present then a.then_cap else a.cap end as cap,
               coalesce(case when a.ends_at <= present then a.then_weight else a.weight end, 1) as weight,
               case when a.ends_at <= present then a.then_tier else a.tier end as tier
          from unnest(held) l left join productsnap.allowance a on a.owner = l.owner),
    rooms as (
        -- A smaller cap than before may leave runs on slots beyond it: they count too.
        select t.*, r.slots,
               case when t.cap is null then want else greatest(t.cap - cardinality(r.slots), 0) end as room
          from terms t
         cross join lateral (select array(select j.slot from productsnap.job j
                                           where j.owner = t.owner and j.status = 'PROCESSING'
                                          union all
                                          select c.slot from productsnap.recalled c
                                           where (select exists (select from productsnap.recalled))
                                             and c.owner = t.owner) as slots
                             offset 0) r),
    places as materialized (
        select r.owner, r.vtime, r.grows_at, r.cap, r.weight, r.tier, r.room,
               array(select s from generate_series(0, least(r.cap, cardinality(r.slots) + want) - 1) s
                      where r.cap is not null and s <> all (array_remove(r.slots, null))) as free,
               -- One more than can be taken, to know whether the lane stays open.
               array(select j.id from productsnap.job j
                      where j.owner = r.owner and j.status = 'QUEUED'
                      order by j.id limit least(r.room, want) + 1) as heads
          from rooms r),
    picked as materialized (
        select p.owner, h.id, p.free[h.nth] as slot, p.tier
          from places p cross join lateral unnest(p.heads) with ordinality h (id, nth)
         where h.nth <= p.room
         order by greatest(p.vtime, floor) + h.nth * 1000 / p.weight limit want),
    claimed as (
        update productsnap.job j
           set status = 'PROCESSING', slot = p.slot, fence = nextval('productsnap.fence'), worker = me,
               started_at = present, progress = 0
          from picked p
         where j.id = p.id
        returning j.id, j.fence, j.owner, j.kind, j.payload, j.label, j.crashes, j.errors, p.tier),
    moved as (
        update productsnap.lane l
           -- An open lane lies at the floor or above it: below it nobody would look.
           set vtime = case when x.taken > 0 then greatest(l.vtime, floor) + x.taken * 1000 / x.weight
                            when x.stays_open then greatest(l.vtime, floor)
                            else l.vtime end,
               is_open = x.stays_open,
               is_full = x.is_full,
               grows_at = case when x.is_full then x.grows_at end
          from (select n.owner, n.weight, n.grows_at, n.taken,
                       n.cap is not null and n.room <= n.taken as is_full,
                       (n.cap is null or n.room > n.taken) and n.heads > n.taken as stays_open
                  from (select y.owner, max(y.weight) as weight, max(y.grows_at) as grows_at, max(y.cap) as cap,
                               max(y.room) as room, max(y.heads) as heads, count(y.claimed) as taken
                          from (select p.owner, p.weight, p.grows_at, p.cap, p.room, cardinality(p.heads) as heads,
                                       null::uuid as claimed
                                  from places p
                                union all
                                select c.owner, null, null, null, null, null, c.id from claimed c) y
                         group by y.owner) n) x
         where l.owner = x.owner
           and (x.taken > 0 or l.is_open <> x.stays_open or l.is_full <> x.is_full
                or l.grows_at is distinct from case when x.is_full then x.grows_at end))
    select 'CLAIMED', c.id, c.fence, c.owner, c.kind, c.payload, c.label, c.crashes, c.errors, c.tier from claimed c;
    get diagnostics taken = row_count;

    -- What was opened here and is left for others, they must be told of. Each lane is looked up by its key: with is_open in
    -- the condition a planner that takes the index of open lanes for small would walk it once for each lane.
    select exists (select from unnest(held) h
                    where not h.is_open
                      and (select l.is_open from productsnap.lane l where l.owner = h.owner)) into left_open;
    if left_open then
        perform pg_notify('productsnap_jobs', '');
    end if;
    if taken = 0 and want > 0
       and exists (select from productsnap.lane l
                    where l.is_open and l.owner <> all (array(select h.owner from unnest(held) h))) then
        return query select 'AGAIN', null::uuid, null::bigint, null::text, null::text, null::text, null::text,
                            null::integer, null::integer, null::text;
    end if;
end
$$;
