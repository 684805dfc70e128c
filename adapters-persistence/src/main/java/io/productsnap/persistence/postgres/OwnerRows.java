package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Owner;
import org.jdbi.v3.core.Handle;

/** All that the engine has of an owner, besides jobs. */
final class OwnerRows {

    private static final String FORGET_KEYS = """
        /* owner_forget_keys */
        delete from productsnap.submission_key where owner = :owner
        """;

    // A place that a worker has not let go yet needs its lane.
    private static final String FORGET_LANE = """
        /* owner_forget_lane */
        delete from productsnap.lane
         where owner = :owner and not exists (select from productsnap.lease where owner = :owner)
        """;

    private static final String FORGET_ALLOWANCE = """
        /* owner_forget_allowance */
        delete from productsnap.allowance where owner = :owner
        """;

    private static final String FORGET_USAGE = """
        /* owner_forget_usage */
        delete from productsnap.usage where owner = :owner
        """;

    private OwnerRows() {}

    /** In the order of locks that holds everywhere: key, lane, then all else. */
    static void forget(Handle handle, Owner owner) {
        for (String statement : new String[] {FORGET_KEYS, FORGET_LANE, FORGET_ALLOWANCE, FORGET_USAGE}) {
            handle.createUpdate(statement).bind("owner", owner.value()).execute();
        }
    }
}
