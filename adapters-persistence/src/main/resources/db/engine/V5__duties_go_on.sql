-- Where a duty that is done in several turns goes on, in its own words; empty for the beginning.
alter table productsnap.duty add place text not null default '';
