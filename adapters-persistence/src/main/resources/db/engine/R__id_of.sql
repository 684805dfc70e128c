-- The least id that a job submitted at this moment can have: the first 48 bits of a UUID of version 7 are milliseconds (RFC 9562,
-- section 5.7).
create or replace function productsnap.id_of(moment timestamptz)
returns uuid
language sql immutable strict parallel safe
return (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid;
