package io.productsnap.persistence.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts jobs into their lanes whose wait is over. */
final class JobPromotion {

    private static final String NEXT = """
        /* promote_next */
        select due_at from productsnap.deferred order by due_at limit 1
        """;

    private static final String DUE_OWNERS = """
        /* promote_due_owners */
        select distinct owner
          from (select owner from productsnap.deferred where due_at <= :now order by due_at limit 500) due
        """;

    private static final String PROMOTE = """
        /* promote */
        with due as (
            delete from productsnap.deferred where due_at <= :now and owner = any (:owners) returning owner, job_id)
        insert into productsnap.ready (owner, job_id) select owner, job_id from due
        returning owner
        """;

    private final Transactions transactions;
    private final Wake wake;

    JobPromotion(Transactions transactions, Wake wake) {
        this.transactions = transactions;
        this.wake = wake;
    }

    Optional<Instant> promote(Instant now) {
        Optional<Instant> next = next();
        int promoted = 1;
        while (promoted > 0 && next.isPresent() && !next.get().isAfter(now)) {
            promoted = transactions.run(handle -> promoteSome(handle, now));
            wake.workers();
            next = next();
        }
        return next;
    }

    private Optional<Instant> next() {
        return transactions.statement(handle -> handle.createQuery(NEXT)
                .map((row, context) -> Columns.instant(row, "due_at"))
                .findOne());
    }

    private static int promoteSome(Handle handle, Instant now) {
        List<String> owners = handle.createQuery(DUE_OWNERS)
                .bind("now", now)
                .mapTo(String.class)
                .list();
        // The look before was for candidates; what counts is looked at under the locks. Who is locked has to wait.
        List<String> free = Lanes.lockFree(handle, owners);
        List<String> promoted = handle.createQuery(PROMOTE)
                .bind("now", now)
                .bindArray("owners", String.class, free)
                .mapTo(String.class)
                .list();
        Lanes.open(handle, promoted);
        return promoted.size();
    }
}
