-- What is forgotten now and then is found without looking at all the rest.
create index ix_one_time_link_expires on productsnap.one_time_link (expires_at);
create index mail_settled on productsnap.mail_outbox (settled_at) where settled_at is not null;
