-- Takes many jobs in, each as productsnap.admit would, one after another, in one round trip and one commit. The key is
-- empty where a job comes without one. It answers in the order in which it was asked.
create or replace function productsnap.admit_all(
    new_id uuid[], new_owner text[], new_kind text[], new_payload text[], new_label text[], new_due timestamptz[],
    under_key text[], print text[], key_expires timestamptz, patience text, present timestamptz)
returns table (what text, whole_again timestamptz, job productsnap.job_now)
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    if patience is not null then
        perform set_config('lock_timeout', patience, true);
    end if;

    -- First all keys, then all lanes, each in their own order: whoever took them job by job would have a lane and want a
    -- key, and meet somebody who has that key and wants the lane. A key whose job is not there is as good as free, so a
    -- row that is written here for no more than its lock is in nobody's way.
    insert into productsnap.submission_key (owner, key, fingerprint, job_id, expires_at)
    select distinct on (a.owner, a.key) a.owner, a.key, a.print, a.id, key_expires
      from unnest(new_id, new_owner, under_key, print) a (id, owner, key, print)
     where a.key <> ''
     order by a.owner, a.key
        on conflict (owner, key) do nothing;
    perform
       from productsnap.submission_key k
      where (k.owner, k.key) in (select a.owner, a.key
                                   from unnest(new_owner, under_key) a (owner, key) where a.key <> '')
      order by k.owner, k.key
        for update;

    insert into productsnap.lane (owner)
    select distinct a.owner from unnest(new_owner) a (owner) order by a.owner
        on conflict do nothing;
    perform from productsnap.lane l where l.owner = any (new_owner) order by l.owner for no key update;

    -- Each call has snapshots of its own, and sees what those before it did.
    return query
    select a.what, a.whole_again, a.job
      from unnest(new_id, new_owner, new_kind, new_payload, new_label, new_due, under_key, print)
           with ordinality r (id, owner, kind, payload, label, due, key, print, place)
     cross join lateral productsnap.admit(
               r.id, r.owner, r.kind, r.payload, r.label, r.due, nullif(r.key, ''), r.print, key_expires, null, present) a
     order by r.place;
end
$$;
