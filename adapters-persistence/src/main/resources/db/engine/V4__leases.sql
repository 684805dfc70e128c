-- What waits and what runs have narrow tables of their own, in which rows are inserted and deleted and hardly ever changed. The
-- row of a job is written when it comes and when it ends, or is put off: until then it says QUEUED, and whether it runs, the
-- table lease says.

drop function if exists productsnap.turn;
drop function if exists productsnap.admit;
drop function if exists productsnap.charge;

-- Jobs that may be claimed: an id is of version 7, so their order is the order of submission.
create table productsnap.ready (
    owner  text not null,
    job_id uuid not null,
    primary key (owner, job_id)
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- Jobs that may not be claimed yet: they must not stand first in their lane.
create table productsnap.deferred (
    owner  text        not null,
    job_id uuid        not null,
    due_at timestamptz not null,
    primary key (owner, job_id)
);
create index deferred_due on productsnap.deferred (due_at);

-- Jobs that run. The two keys are the promises: no two runs of one owner share a place under the cap, and no job runs twice,
-- whatever else goes wrong.
create table productsnap.lease (
    owner       text        not null,
    slot        integer     not null,
    job_id      uuid        not null,
    fence       bigint      not null,
    worker      uuid        not null,
    started_at  timestamptz not null,
    progress    smallint    not null default 0,
    -- The job was called off or removed: the run keeps its place until its worker has let go.
    is_recalled boolean     not null default false,
    primary key (owner, slot),
    constraint lease_of_job unique (job_id)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500,
        autovacuum_vacuum_cost_delay = 0);
-- What a worker has, and since when: for whoever takes over from the dead. It was on the jobs' status, which says no more
-- than QUEUED of what runs.
drop index productsnap.ix_job_status_started;
create index ix_job_status_started on productsnap.lease (worker, started_at);

insert into productsnap.ready (owner, job_id)
select owner, id from productsnap.job where status = 'QUEUED';

insert into productsnap.deferred (owner, job_id, due_at)
select owner, id, due_at from productsnap.job where status = 'DEFERRED';

insert into productsnap.lease (owner, slot, job_id, fence, worker, started_at, progress, is_recalled)
select owner, coalesce(slot, 1000000 + row_number() over (partition by owner order by id)), id, fence, worker, started_at,
       progress, is_recalled
  from (select owner, slot, id, fence, worker, started_at, progress, false as is_recalled
          from productsnap.job where status = 'PROCESSING'
        union all
        select owner, slot, job_id, fence, worker, now(), 0, true from productsnap.recalled) run;

-- Even as one function the checks took a twelfth of an admission; the view "unsound" asks for more than they did, and tests do.
alter table productsnap.job drop constraint job_is_sound;
drop function productsnap.job_is_sound;
drop table productsnap.recalled;
drop index productsnap.job_slot, productsnap.job_due;
update productsnap.job set status = 'QUEUED' where status in ('DEFERRED', 'PROCESSING');
alter table productsnap.job
    alter status set default 'QUEUED',
    alter fence set default 0,
    drop retry_count,
    drop slot,
    drop worker,
    drop progress;

-- The terms of the moment and what was used of them, beside the lock that guards them: whoever submits reads and writes this
-- one row. They are renewed from the table of allowances when they are out of date, and then the count of the period that is
-- left goes to the table of usage.
alter table productsnap.lane
    add cap        integer,                                  -- null: none
    add weight     integer     not null default 1,
    add tier       text,
    add quota      integer,                                  -- null: none
    add since      timestamptz,                              -- when the period began that is counted here
    add used       integer     not null default 0,
    add good_until timestamptz not null default '-infinity'; -- till then all this holds; a new lane's was never looked up
insert into productsnap.lane (owner) select owner from productsnap.allowance on conflict do nothing;
update productsnap.lane set grows_at = null;

create view productsnap.job_now as
select j.id, j.owner, j.kind, j.payload, j.label, j.created_at, j.crashes, j.errors, j.due_at, j.charged_since,
       case when l.job_id is null then j.status else 'PROCESSING' end as status,
       coalesce(l.fence, j.fence) as fence,
       coalesce(l.started_at, j.started_at) as started_at,
       coalesce(l.progress, 0) as progress,
       j.finished_at, j.result, j.error
  from productsnap.job j
  left join productsnap.lease l on l.job_id = j.id and not l.is_recalled;

-- What can't be. It is always empty; whoever doubts looks here, and so do the tests after whatever they did to the engine.
create view productsnap.unsound as
select 'a job has no place, or several' as what, j.id
  from productsnap.job j
 where (select count(*) from productsnap.ready r where r.job_id = j.id)
       + (select count(*) from productsnap.deferred d where d.job_id = j.id)
       + (select count(*) from productsnap.lease l where l.job_id = j.id and not l.is_recalled)
       <> (j.status = 'QUEUED')::integer
union all
select 'a place is another owner''s, or nobody''s', p.job_id
  from (select owner, job_id from productsnap.ready
        union all select owner, job_id from productsnap.deferred
        union all select owner, job_id from productsnap.lease where not is_recalled) p
  left join productsnap.job j on j.id = p.job_id and j.owner = p.owner
 where j.id is null
union all
select 'its end is told wrongly', j.id
  from productsnap.job j
 where j.status not in ('QUEUED', 'COMPLETED', 'FAILED', 'CANCELLED')
    or (j.status = 'QUEUED') <> (j.finished_at is null)
    or (j.status = 'COMPLETED') <> (j.result is not null)
    or (j.status = 'FAILED') <> (j.error is not null)
    or (j.status = 'COMPLETED' and j.started_at is null)
    or (j.started_at is not null and j.fence = 0)
union all
select 'a run has an old fence', j.id
  from productsnap.job j join productsnap.lease l on l.job_id = j.id
 where not l.is_recalled and l.fence < j.fence
union all
select 'a count is not what it counts', null
  from productsnap.lane l
 where l.used < 0 or (l.quota is null and l.used <> 0);
