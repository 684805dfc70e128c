-- Sessions that were ended before their time, and no table knows who holds an access token of theirs: whoever checks one
-- hears of it from here. A row concerns nobody once those tokens are too old.
create table productsnap.ended_session (
    session_id uuid        primary key,
    ended_at   timestamptz not null
);
create index ix_ended_session_at on productsnap.ended_session (ended_at);
