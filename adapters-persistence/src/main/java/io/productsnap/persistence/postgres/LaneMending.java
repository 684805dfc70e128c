package io.productsnap.persistence.postgres;

import io.productsnap.core.job.Owner;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backstop for lanes that are closed though there is something to do and a place to do it in: nobody else would ever
 * look at them. Each one that it mends is a mistake of ours, or of somebody who changed the tables by hand.
 */
final class LaneMending {

    private static final Logger LOG = LoggerFactory.getLogger(LaneMending.class);

    // From one owner who has something queued to the next: a probe of the index for each, however much they have. A
    // lane
    // whose cap has grown by the clock alone is a turn's business.
    private static final String CLOSED = """
        /* lane_mend_closed */
        with recursive queued (owner) as (
            (select r.owner from productsnap.ready r order by r.owner limit 1)
            union all
            select (select r.owner from productsnap.ready r where r.owner > q.owner order by r.owner limit 1)
              from queued q
             where q.owner is not null)
        select l.owner
          from queued q join productsnap.lane l on l.owner = q.owner
         where not l.is_open
           and coalesce(l.grows_at > :now, true)
           and (l.cap is null or l.cap > (select count(*) from productsnap.lease e where e.owner = l.owner))
         limit 1000
        """;

    private final Transactions transactions;

    LaneMending(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @return how many lanes were opened */
    int mend(Instant now) {
        List<String> closed = transactions.statement(handle ->
                handle.createQuery(CLOSED).bind("now", now).mapTo(String.class).list());
        if (closed.isEmpty()) {
            return 0;
        }
        List<String> mended = transactions.run(handle -> {
            List<String> free = Lanes.lockFree(handle, closed);
            // A turn looks how they really stand: to open one for nothing costs a look.
            free.forEach(owner -> Lanes.lookAgain(handle, new Owner(owner)));
            return free;
        });
        transactions.listener().lanesMended(mended.size());
        LOG.warn("lanes were closed that had something to do, and are mended: {}", mended);
        return mended.size();
    }
}
