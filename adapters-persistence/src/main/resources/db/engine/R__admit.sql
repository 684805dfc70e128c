-- Takes a job in: the key, the quota, the queue, in one round trip and, where the caller has no transaction, one commit.
--
-- It relies on READ COMMITTED, as a turn does: each statement has a snapshot of its own. The order of locks is everywhere
-- the same: submission key, lane, then all else.
--
-- It answers ADMITTED, USED_UP with when the quota is whole again (null for never), REPEATED with the job that came before
-- under the key, or CONFLICT. Without a key under_key is null. A patience of null leaves it to the caller's transaction how
-- long a lock is waited for.
create or replace function productsnap.admit(
    new_id uuid, new_owner text, new_kind text, new_payload text, new_label text, new_due timestamptz,
    under_key text, print text, key_expires timestamptz, patience text, present timestamptz,
    out what text, out whole_again timestamptz, out job productsnap.job_now)
language plpgsql
-- A table that was empty when the plan was made would be read from end to end for ever.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    known productsnap.submission_key;
    lane  productsnap.lane;
    day   date := (present at time zone 'UTC')::date;
begin
    if patience is not null then
        perform set_config('lock_timeout', patience, true);
    end if;

    while under_key is not null loop
        -- Whoever comes second waits here for the first one's commit.
        insert into productsnap.submission_key (owner, key, fingerprint, job_id, expires_at)
        values (new_owner, under_key, print, new_id, key_expires)
            on conflict (owner, key) do nothing;
        exit when found;
        -- A later statement: the one that waited does not see the row of the one it waited for.
        select * into known from productsnap.submission_key k
         where k.owner = new_owner and k.key = under_key for update;
        -- Else it was forgotten, or released, between the two statements.
        if found then
            if known.expires_at > present then
                -- Later again: this may have waited too.
                select * into job from productsnap.job_now j where j.id = known.job_id and j.owner = new_owner;
                if found then
                    what := case when known.fingerprint = print then 'REPEATED' else 'CONFLICT' end;
                    return;
                end if;
            end if;
            -- What is past its time, or whose job was removed, is as good as new.
            update productsnap.submission_key k
               set fingerprint = print, job_id = new_id, expires_at = key_expires
             where k.owner = new_owner and k.key = under_key;
            exit;
        end if;
    end loop;

    loop
        -- One row is lock, quota and queue: whoever finds it used up, or its terms out of date, changes nothing.
        with counted as (
            update productsnap.lane l
               set used = l.used + (l.quota is not null)::integer,
                   total = l.total + 1,
                   today = case when l.today_on = day then l.today + 1 else 1 end,
                   today_on = day,
                   -- A job that cannot be started yet opens nothing.
                   is_open = case when new_due > present then l.is_open else not l.is_full end,
                   -- Who was idle starts at the floor of virtual time: waiting without work earns nothing.
                   vtime = case when l.is_open or new_due > present then l.vtime
                                else greatest(l.vtime, (select last_value from productsnap.vfloor)) end
             where l.owner = new_owner and present < l.good_until and (l.quota is null or l.used < l.quota)
            returning l.owner, l.since),
        queued as (
            insert into productsnap.ready (owner, job_id)
            select c.owner, new_id from counted c where new_due <= present),
        put_off as (
            insert into productsnap.deferred (owner, job_id, due_at)
            select c.owner, new_id, new_due from counted c where new_due > present)
        insert into productsnap.job (id, owner, kind, payload, label, due_at, charged_since, created_at)
        select new_id, c.owner, new_kind, new_payload, new_label, new_due, c.since, present from counted c;
        if found then
            what := 'ADMITTED';
            return;
        end if;

        -- Lock, then look: that statement did not wait for whoever was just giving something back.
        select * into lane from productsnap.lane l where l.owner = new_owner for no key update;
        if not found then
            insert into productsnap.lane (owner) values (new_owner) on conflict do nothing;
        elsif lane.good_until <= present then
            perform productsnap.renew(new_owner, present);
        elsif lane.used >= lane.quota then
            -- Nothing came of the job: the key is as free as before.
            delete from productsnap.submission_key k
             where k.owner = new_owner and k.key = under_key and k.job_id = new_id;
            what := 'USED_UP';
            whole_again := productsnap.renew(new_owner, present);
            return;
        end if;
    end loop;
end
$$;
