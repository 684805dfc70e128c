-- Links that change a password or an address. The address is in the row: what was mailed there can make no other one the user's.
alter table productsnap.one_time_link
    add address text,
    drop constraint one_time_link_purpose_check,
    add constraint one_time_link_purpose_check check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CHANGE_EMAIL')),
    add constraint one_time_link_changes_an_address check ((purpose = 'CHANGE_EMAIL') = (address is not null));

-- Since when its owner has closed the account. The row stays until all else is cleared away, with nothing of its owner in it.
alter table productsnap.app_user
    add closed_at timestamptz,
    add constraint app_user_closed_is_disabled check (disabled or closed_at is null);
create index app_user_closed on productsnap.app_user (closed_at) where closed_at is not null;
