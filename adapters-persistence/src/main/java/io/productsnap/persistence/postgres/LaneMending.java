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

    // One index probe a lane. A lane whose cap has grown by the clock alone is a turn's business.
    private static final String CLOSED = """
        select l.owner
          from productsnap.lane l left join productsnap.allowance a on a.owner = l.owner
         where not l.is_open
           and coalesce(l.grows_at > :now, true)
           and exists (select from productsnap.job j where j.owner = l.owner and j.status = 'QUEUED')
           and (a.owner is null
                or case when a.ends_at <= :now then a.then_cap else a.cap end
                   > (select count(*) from productsnap.job j where j.owner = l.owner and j.status = 'PROCESSING')
                     + (select count(*) from productsnap.recalled c where c.owner = l.owner))
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
        LOG.warn("lanes were closed that had something to do, and are mended: {}", mended);
        return mended.size();
    }
}
