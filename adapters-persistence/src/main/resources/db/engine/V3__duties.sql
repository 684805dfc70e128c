-- Work that one process does for all of them.
create table productsnap.duty (
    name       text        primary key check (char_length(name) between 1 and 60),
    -- Nobody takes it up before: it was done lately, or somebody is at it and not yet taken for dead.
    not_before timestamptz not null,
    -- Who took it up last: of whoever was taken for dead, nothing more is written.
    holder     uuid        not null
);
