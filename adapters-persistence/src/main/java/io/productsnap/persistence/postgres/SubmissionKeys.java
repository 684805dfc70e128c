package io.productsnap.persistence.postgres;

import java.time.Instant;

/** The table {@code submission_key}, which {@code productsnap.admit} writes: it forgets what is past its time. */
final class SubmissionKeys {

    private static final String FORGET = """
        delete from productsnap.submission_key
         where (owner, key) in (select owner, key from productsnap.submission_key
                                 where expires_at <= :now order by expires_at limit :bite for update skip locked)
        """;

    private static final int BITE = 1_000;

    private SubmissionKeys() {}

    /** Deletes keys that nobody has to remember, some at a time, so that no lock is held for long. */
    static void forget(Transactions transactions, Instant now) {
        int forgotten = BITE;
        while (forgotten == BITE) {
            forgotten = transactions.statement(handle -> handle.createUpdate(FORGET)
                    .bind("now", now)
                    .bind("bite", BITE)
                    .execute());
        }
    }
}
