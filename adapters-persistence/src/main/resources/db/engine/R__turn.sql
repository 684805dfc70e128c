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
-- What it answers with has changed before, and may again.
drop function if exists productsnap.turn;
create function productsnap.turn(
    me uuid, done_job uuid[], done_owner text[], done_fence bigint[], done_how text[], done_text text[],
    done_due timestamptz[], want integer, lanes integer, present timestamptz)
returns table (what text, job_id uuid, job_fence bigint, job_owner text, job_kind text, job_payload text,
    job_label text, job_crashes integer, job_errors integer, job_tier text,
    job_due timestamptz)
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

        return query
        with d as materialized (
            select * from unnest(done_job, done_owner, done_fence, done_how, done_text, done_due)
                as x (id, owner, fence, how, said, due)),
        charged as materialized (
            select j.id, j.charged_since from d join productsnap.job j on j.id = d.id where d.how = 'REFUNDED'),
        -- A zombie's fence matches no row: the job has a later run by now, or none.
        freed as (
            delete from productsnap.lease l using d
             where l.job_id = d.id and l.fence = d.fence and l.owner = d.owner
            returning d.*, l.started_at, l.is_recalled),
        settled as (
            update productsnap.job j
               set status = case f.how when 'DONE' then 'COMPLETED'
                                       when 'GIVEN_UP' then 'FAILED'
                                       when 'REFUNDED' then 'FAILED'
                                       else 'QUEUED' end,
                   errors = j.errors + (f.how = 'ERROR')::integer,
                   crashes = j.crashes + (f.how = 'CRASH')::integer,
                   due_at = f.due,
                   fence = f.fence,
                   started_at = f.started_at,
                   finished_at = case when f.how in ('DONE', 'GIVEN_UP', 'REFUNDED') then present end,
                   result = case when f.how = 'DONE' then f.said end,
                   error = case when f.how in ('GIVEN_UP', 'REFUNDED') then f.said end,
                   charged_since = case when f.how = 'REFUNDED' then null else j.charged_since end
              from freed f
             -- What was called off while it ran has ended already: only its place is given up, whatever its worker says.
             where j.id = f.id and not f.is_recalled
            returning j.id, j.owner, f.fence, f.how, f.due),
        queued as (
            insert into productsnap.ready (owner, job_id)
            select s.owner, s.id from settled s where s.how in ('ERROR', 'CRASH', 'BACK') and s.due <= present),
        put_off as (
            insert into productsnap.deferred (owner, job_id, due_at)
            select s.owner, s.id, s.due from settled s where s.how in ('ERROR', 'CRASH', 'BACK') and s.due > present),
        -- Once: only the settlement that took the job from its worker gets here, and it forgets the period.
        refunds as materialized (
            select productsnap.refund(r.owner, r.charged_since, r.jobs)
              from (select s.owner, c.charged_since, count(*)::integer as jobs
                      from settled s join charged c on c.id = s.id
                     where c.charged_since is not null group by s.owner, c.charged_since) r),
        told as (
            select id, fence, owner from settled
            union all
            -- Completed just so by an earlier turn, whose answer the worker has not heard.
            select j.id, j.fence, j.owner
              from d join productsnap.job j on j.id = d.id
             where d.how = 'DONE' and d.id not in (select id from freed)
               and j.owner = d.owner and j.fence = d.fence and j.status = 'COMPLETED' and j.result = d.said)
        select 'SETTLED', t.id, t.fence, t.owner, null::text, null::text, null::text, null::integer, null::integer,
               null::text, null::timestamptz
          from told t
         -- A function in a query is called when somebody asks for its row.
         where (select count(*) from refunds) is not null;
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
                     where h.is_open or exists (select from productsnap.ready r where r.owner = h.owner)))
          into low;
        if low > floor + 1000 then
            floor := low;
            perform setval('productsnap.vfloor', greatest(low, (select last_value from productsnap.vfloor)));
        end if;

        -- Lanes whose terms have grown by the clock alone: were they full, nothing else would have them looked at.
        select array_agg(x.l) into more
          from (select l from productsnap.lane l
                 where l.grows_at <= present and l.owner <> all (array(select h.owner from unnest(held) h))
                 order by l.grows_at limit lanes for no key update skip locked) x;
        held := held || coalesce(more, '{}');
    end if;
    if cardinality(held) = 0 then
        if want > 0 and exists (select from productsnap.lane l where l.is_open) then
            return query select 'AGAIN', null::uuid, null::bigint, null::text, null::text, null::text, null::text,
                                null::integer, null::integer, null::text, null::timestamptz;
        end if;
        return;
    end if;

    -- Terms end by the clock, and only they are read from here on: the rest of a lane in hand may be older than a refund.
    perform productsnap.renew(h.owner, present) from unnest(held) h where h.good_until <= present;
    if found then
        select array_agg(l) into held
          from unnest(held) h join productsnap.lane l on l.owner = h.owner;
    end if;

    -- A later statement, with a later snapshot: what is free and what is queued cannot change under the lanes' locks.
    return query
    with rooms as (
        -- A smaller cap than before may leave runs on slots beyond it: they count too. No cap: as many as are wanted.
        select h.owner, h.vtime, h.cap, h.weight, h.tier, s.slots,
               case when h.cap is null then want else greatest(h.cap - cardinality(s.slots), 0) end as room
          from unnest(held) h
         cross join lateral (select array(select e.slot from productsnap.lease e where e.owner = h.owner) as slots
                             offset 0) s),
    places as materialized (
        select r.owner, r.vtime, r.cap, r.weight, r.tier, r.room,
               array(select g from generate_series(0, least(r.cap, cardinality(r.slots) + want) - 1) g
                      where g <> all (r.slots)) as free,
               -- One more than can be taken, to know whether the lane stays open.
               array(select q.job_id from productsnap.ready q
                      where q.owner = r.owner order by q.job_id limit least(r.room, want) + 1) as heads
          from rooms r),
    picked as materialized (
        select p.owner, h.id, p.free[h.nth] as slot
          from places p cross join lateral unnest(p.heads) with ordinality h (id, nth)
         where h.nth <= p.room
         order by greatest(p.vtime, floor) + h.nth * 1000 / p.weight limit want),
    -- What was picked stays in the queue till we take it: whoever would take it away needs the lane's lock.
    served as materialized (
        select p.owner, p.tier, p.weight, c.taken,
               p.cap is not null and p.room <= c.taken as is_full,
               (p.cap is null or p.room > c.taken) and cardinality(p.heads) > c.taken as stays_open
          from places p
         cross join lateral (select count(*) as taken from picked where picked.owner = p.owner) c),
    -- What is leased is what was taken, never what was only seen.
    taken as (
        delete from productsnap.ready q using picked p
         where q.owner = p.owner and q.job_id = p.id
        returning p.*),
    leased as (
        insert into productsnap.lease (owner, slot, job_id, fence, worker, started_at)
        select t.owner, t.slot, t.id, nextval('productsnap.fence'), me, present from taken t
        returning owner, job_id, fence),
    moved as (
        update productsnap.lane l
           -- An open lane lies at the floor or above it: below it nobody would look.
           set vtime = case when s.taken > 0 then greatest(l.vtime, floor) + s.taken * 1000 / s.weight
                            when s.stays_open then greatest(l.vtime, floor)
                            else l.vtime end,
               is_open = s.stays_open,
               is_full = s.is_full
          from served s
         where l.owner = s.owner
           and (s.taken > 0 or l.is_open <> s.stays_open or l.is_full <> s.is_full))
    select 'CLAIMED', j.id, e.fence, j.owner, j.kind, j.payload, j.label, j.crashes, j.errors, s.tier,
           j.due_at
      from leased e join served s on s.owner = e.owner join productsnap.job j on j.id = e.job_id;
    get diagnostics taken = row_count;

    -- What was opened here and is left for others, they must be told of. Each lane is looked up by its key: with is_open in
    -- the condition a planner that takes the index of open lanes for small would walk it once for each lane.
    select exists (select from unnest(held) h
                    where not h.is_open
                      and (select l.is_open from productsnap.lane l where l.owner = h.owner)) into left_open;
    if left_open then
        perform pg_notify('productsnap_jobs', '');
    end if;
    -- What is open beside those in hand is beyond the limit, or was looked at by others, and may be left over by them.
    if taken < want
       and (exists (select from productsnap.lane l
                     where l.is_open and l.owner <> all (array(select h.owner from unnest(held) h)))
            or exists (select from productsnap.lane l
                        where l.grows_at <= present and l.owner <> all (array(select h.owner from unnest(held) h)))) then
        return query select 'AGAIN', null::uuid, null::bigint, null::text, null::text, null::text, null::text,
                            null::integer, null::integer, null::text, null::timestamptz;
    end if;
end
$$;
