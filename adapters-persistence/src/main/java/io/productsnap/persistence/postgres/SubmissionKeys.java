package io.productsnap.persistence.postgres;

import java.time.Instant;

/** The table {@code submission_key}, which {@code productsnap.admit} writes: it forgets what is past its time. */
final class SubmissionKeys {

    private static final String FORGET = """
        /* submission_key_forget */
        delete from productsnap.submission_key
         where (owner, key) in (select owner, key from productsnap.submission_key
                                 where expires_at <= :now order by expires_at limit :bite for update skip locked)
        """;

    private SubmissionKeys() {}

    /** Deletes keys that nobody has to remember. */
    static void forget(Transactions transactions, Instant now) {
        Bites.delete(transactions, FORGET, now);
    }
}
