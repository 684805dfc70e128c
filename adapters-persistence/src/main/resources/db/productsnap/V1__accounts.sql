-- People, their sessions, and what is written to them and about them.

create table productsnap.app_user (
    id                   uuid        primary key,
    email                text        not null,
    password_hash        text        not null,
    full_name            text        check (char_length(full_name) between 1 and 200),
    notify_on_completion boolean     not null,
    email_verified       boolean     not null,
    admin                boolean     not null,
    disabled             boolean     not null,
    created_at           timestamptz not null,
    constraint app_user_email_is_taken unique (email),
    constraint app_user_email_in_normal_form check (email = lower(email))
);

-- A session that has ended is gone.
create table productsnap.session (
    id           uuid        primary key,
    user_id      uuid        not null references productsnap.app_user (id) on delete cascade,
    ip           text        not null,
    device       text        not null,
    generation   integer     not null check (generation >= 0),
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null
) with (fillfactor = 80); -- room for a refresh, which touches no index
create index ix_session_user_expires on productsnap.session (user_id, expires_at);
create index ix_session_expires on productsnap.session (expires_at);

-- A user has one unspent link of a purpose; a spent one is gone.
create table productsnap.one_time_link (
    token_hash text        primary key,
    purpose    text        not null check (purpose in ('VERIFY_EMAIL')),
    user_id    uuid        not null references productsnap.app_user (id) on delete cascade,
    expires_at timestamptz not null,
    unique (user_id, purpose)
);

create table productsnap.mail_outbox (
    id         uuid        primary key,  -- version 7: the order of ids is the order of writing
    recipient  text        not null,
    subject    text        not null,
    -- Gone once the mail is settled: links in them are secrets.
    text_body  text,
    html_body  text,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts   integer     not null default 0 check (attempts >= 0),
    -- Taken mails are held by their taker until then.
    due_at     timestamptz not null default '-infinity',
    settled_at timestamptz,
    last_error text,
    constraint mail_bodies_while_it_waits check ((state = 'WAITING') = (num_nulls(text_body, html_body) = 0)),
    constraint mail_settles_once check ((state = 'WAITING') = (settled_at is null))
);
create index mail_due on productsnap.mail_outbox (due_at, id) where state = 'WAITING';

-- Written once, never changed. No reference to the user: it outlives the account.
create table productsnap.audit_log (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    who     uuid,
    action  text        not null,
    outcome text        not null check (outcome in ('DONE', 'REFUSED')),
    ip      text        not null,
    device  text        not null
);
create index audit_log_who on productsnap.audit_log (who, id);
