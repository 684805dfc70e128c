package io.productsnap.persistence.postgres;

import java.time.Instant;

/** Deletes much in small pieces, each of them a transaction, so that no lock is held for long. */
final class Bites {

    private static final int BITE = 500;

    private Bites() {}

    /**
     * @param delete deletes at most {@code :bite} rows that were over at {@code :now}, and passes by those that somebody
     *     has locked
     * @return how many were deleted
     */
    static int delete(Transactions transactions, String delete, Instant now) {
        int deleted = 0;
        int bite = BITE;
        while (bite == BITE) {
            bite = transactions.statement(handle -> handle.createUpdate(delete)
                    .bind("now", now)
                    .bind("bite", BITE)
                    .execute());
            deleted += bite;
        }
        return deleted;
    }
}
