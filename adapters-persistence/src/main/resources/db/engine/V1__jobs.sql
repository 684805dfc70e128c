-- The job engine. It knows owners, not people, and whatever else shares the schema does not touch these tables.

create table productsnap.job (
    id            uuid        primary key,  -- version 7: the order of ids is the order of submission
    owner         text        not null check (char_length(owner) between 1 and 200),
    kind          text        not null check (char_length(kind) between 1 and 60),
    payload       text        not null,
    label         text        not null check (char_length(label) <= 255),
    -- DEFERRED waits for due_at and is shown as QUEUED: a job that cannot be started yet must not stand first in its lane.
    status        text        not null
        check (status in ('QUEUED', 'DEFERRED', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    crashes       integer     not null default 0 check (crashes >= 0),
    errors        integer     not null default 0 check (errors >= 0),
    retry_count   integer     not null generated always as (crashes + errors) stored,
    due_at        timestamptz not null,
    -- Which of the owner's cap places it runs on; null for an owner without a cap.
    slot          integer     check (slot >= 0),
    -- The number of the last claim. It outlives the run: events are numbered by it.
    fence         bigint      not null default 0 check (fence >= 0),
    worker        uuid,
    -- The quota period it was counted in; null when it was not counted, or when the count was given back.
    charged_since timestamptz,
    created_at    timestamptz not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    progress      smallint    not null default 0 check (progress between 0 and 100),
    result        text,
    error         text,
    -- These also let a statement ask whether a job runs without naming its status, which would tempt the planner to
    -- walk an index by status where it should look up one id.
    constraint job_runs_at_a_worker check ((status = 'PROCESSING') = (worker is not null)),
    constraint job_slot_while_it_runs check (slot is null or status = 'PROCESSING'),
    constraint job_ends_once check ((status in ('COMPLETED', 'FAILED', 'CANCELLED')) = (finished_at is not null)),
    constraint job_result_when_completed check ((status = 'COMPLETED') = (result is not null)),
    constraint job_error_when_failed check ((status = 'FAILED') = (error is not null)),
    constraint job_started_by_a_claim check ((started_at is not null) = (fence > 0))
) with (fillfactor = 80); -- room for progress, which touches no index

-- The owner's lists, the head of the owner's queue, and the count of what runs.
create index ix_job_user_status on productsnap.job (owner, status, id);
-- What runs, and since when. Partial, so that nobody looks for an owner's queued jobs among everybody's: where nearly all
-- jobs are finished, the planner takes QUEUED for rare, and would.
create index ix_job_status_started on productsnap.job (status, started_at) where started_at is not null;
-- The cap, as a fact and not as a count: two runs of one owner never share a slot, whatever else goes wrong.
create unique index job_slot on productsnap.job (owner, slot) where status = 'PROCESSING';
create index job_due on productsnap.job (due_at) where status = 'DEFERRED';

-- One narrow row for each owner. Its lock is the owner's: whoever queues, claims, settles or removes holds it.
create table productsnap.lane (
    owner    text        primary key,
    vtime    bigint      not null default 0,      -- 1000 units are one job at weight 1
    is_open  boolean     not null default false,  -- has a queued job and a free slot
    is_full  boolean     not null default false,  -- had no free slot when last looked at
    grows_at timestamptz,                         -- when a full one gets a greater cap, by the clock
    total    bigint      not null default 0,
    today    integer     not null default 0,
    today_on date        not null default '-infinity'
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
create index lane_open on productsnap.lane (vtime) where is_open;
create index lane_grows on productsnap.lane (grows_at) where grows_at is not null;

-- What an owner may have done, now and from ends_at on. No row: no limits.
create table productsnap.allowance (
    owner             text        primary key check (char_length(owner) between 1 and 200),
    tier              text        not null,
    cap               integer     not null check (cap >= 1),
    weight            integer     not null check (weight >= 1),
    quota_jobs        integer     not null check (quota_jobs >= 0),
    quota_period      text        not null check (quota_period in ('TOTAL', 'MONTH', 'DAY')),
    quota_anchor      timestamptz not null,
    ends_at           timestamptz,
    then_tier         text,
    then_cap          integer     check (then_cap >= 1),
    then_weight       integer     check (then_weight >= 1),
    then_quota_jobs   integer     check (then_quota_jobs >= 0),
    then_quota_period text        check (then_quota_period in ('TOTAL', 'MONTH', 'DAY')),
    then_quota_anchor timestamptz,
    constraint allowance_ends_in_another check (
        num_nonnulls(ends_at, then_tier, then_cap, then_weight, then_quota_jobs, then_quota_period, then_quota_anchor)
        in (0, 7))
);

-- The count of one quota period, by its start: whoever falls back to earlier terms finds the count they had there.
create table productsnap.usage (
    owner text        not null,
    since timestamptz not null,
    used  integer     not null check (used >= 0),
    primary key (owner, since)
);

create table productsnap.submission_key (
    owner       text        not null,
    key         text        not null check (char_length(key) between 1 and 255),
    fingerprint text        not null,
    job_id      uuid        not null,
    expires_at  timestamptz not null,
    primary key (owner, key)
);
create index submission_key_expires on productsnap.submission_key (expires_at);

-- Running jobs that were called off or removed: each keeps its place under the cap until its worker has let go.
create table productsnap.recalled (
    job_id uuid    not null,
    fence  bigint  not null,
    owner  text    not null,
    slot   integer,
    worker uuid    not null,
    primary key (job_id, fence)
);
create index recalled_owner on productsnap.recalled (owner);

create table productsnap.worker (
    id   uuid        primary key,
    beat timestamptz not null,
    dead boolean     not null default false
);

create sequence productsnap.fence;
-- Its last value is the floor of virtual time, moved by setval alone: nobody saves up time by being idle.
create sequence productsnap.vfloor minvalue 0 start 0;
