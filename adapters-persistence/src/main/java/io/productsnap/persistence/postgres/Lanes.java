package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code lane}: the lock of an owner, and what tells a turn where there is something to do. The order of locks
 * is everywhere the same: submission key, lanes by owner, then all else.
 */
final class Lanes {

    private static final String CREATE = """
        /* lane_create */
        insert into productsnap.lane (owner) values (:owner) on conflict do nothing
        """;

    private static final String LOCK = """
        /* lane_lock */
        select owner from productsnap.lane where owner = any (:owners) order by owner for no key update
        """;

    private static final String LOCK_THOSE_THAT_ARE_FREE = """
        /* lane_lock_free */
        select owner from productsnap.lane where owner = any (:owners) order by owner for no key update skip locked
        """;

    // Who was idle starts at the floor of virtual time: waiting without work earns nothing.
    private static final String OPEN = """
        /* lane_open */
        update productsnap.lane
           set is_open = not is_full,
               vtime = case when is_open then vtime
                            else greatest(vtime, (select last_value from productsnap.vfloor)) end
         where owner = any (:owners)
        """;

    private static final String LOOK_AGAIN = """
        /* lane_look_again */
        update productsnap.lane l
           set is_full = false,
               is_open = exists (select from productsnap.ready r where r.owner = l.owner),
               vtime = case when is_open then vtime
                            else greatest(vtime, (select last_value from productsnap.vfloor)) end
         where owner = :owner
        """;

    private static final String FORGET_TERMS = """
        /* lane_forget_terms */
        update productsnap.lane set good_until = '-infinity' where owner = :owner
        """;

    private static final String REFUND = """
        /* lane_refund */
        select productsnap.refund(:owner, :period, 1)
        """;

    private Lanes() {}

    /** Locks the owner's lane until the transaction ends, and makes one for an owner who is new. */
    static void lock(Handle handle, Owner owner) {
        if (lock(handle, List.of(owner.value())) == 0) {
            handle.createUpdate(CREATE).bind("owner", owner.value()).execute();
            lock(handle, List.of(owner.value()));
        }
    }

    /** Locks the lanes of these owners, those that there are, until the transaction ends. */
    static int lock(Handle handle, Collection<String> owners) {
        return handle.createQuery(LOCK)
                .bindArray("owners", String.class, owners)
                .mapTo(String.class)
                .list()
                .size();
    }

    /**
     * Locks those lanes of these owners that nobody else has locked: for what can be done later, and must not wait.
     *
     * @return whose they are
     */
    static List<String> lockFree(Handle handle, Collection<String> owners) {
        return handle.createQuery(LOCK_THOSE_THAT_ARE_FREE)
                .bindArray("owners", String.class, owners)
                .mapTo(String.class)
                .list();
    }

    /** These owners have a queued job now, and their lanes are locked. */
    static void open(Handle handle, Collection<String> owners) {
        handle.createUpdate(OPEN).bindArray("owners", String.class, owners).execute();
    }

    /** The owner's terms were changed, and the lane is locked: whoever needs them next looks them up. */
    static void forgetTerms(Handle handle, Owner owner) {
        handle.createUpdate(FORGET_TERMS).bind("owner", owner.value()).execute();
    }

    /** One job less in that period of the owner's, whose lane is locked. */
    static void refund(Handle handle, Owner owner, Instant period) {
        handle.createQuery(REFUND)
                .bind("owner", owner.value())
                .bind("period", period)
                .mapToMap()
                .list();
    }

    /** Something of the owner's was changed from outside, and the lane is locked: the next turn looks how it stands. */
    static void lookAgain(Handle handle, Owner owner) {
        handle.createUpdate(LOOK_AGAIN).bind("owner", owner.value()).execute();
    }
}
