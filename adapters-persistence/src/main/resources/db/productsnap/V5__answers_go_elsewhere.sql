-- A mail from the contact form is answered to whoever wrote it.
alter table productsnap.mail_outbox add column reply_to text;
