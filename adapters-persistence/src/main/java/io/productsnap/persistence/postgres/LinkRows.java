package io.productsnap.persistence.postgres;

import io.productsnap.core.person.UserId;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code one_time_link}: links that nobody has followed yet. */
final class LinkRows {

    private static final String REPLACE = """
        /* link_replace */
        insert into productsnap.one_time_link (token_hash, purpose, user_id, expires_at)
        values (:hash, :purpose, :user, :expires)
        on conflict (user_id, purpose) do update
           set token_hash = excluded.token_hash, expires_at = excluded.expires_at
        """;

    // Deleting is spending: of twenty at a time one gets the row.
    private static final String SPEND = """
        /* link_spend */
        delete from productsnap.one_time_link
         where token_hash = :hash and purpose = :purpose and expires_at > :now
        returning user_id
        """;

    private static final String FORGET = """
        /* link_forget */
        delete from productsnap.one_time_link
         where token_hash in (select token_hash from productsnap.one_time_link
                               where expires_at <= :now order by expires_at limit :bite for update skip locked)
        """;

    private LinkRows() {}

    static int forget(Transactions transactions, Instant now) {
        return Bites.delete(transactions, FORGET, now);
    }

    static void replace(Handle handle, OneTimeLink link) {
        handle.createUpdate(REPLACE)
                .bind("hash", link.tokenHash())
                .bind("purpose", link.purpose().name())
                .bind("user", link.user().value())
                .bind("expires", link.expiresAt())
                .execute();
    }

    /** @return whose it was; empty when it is unknown, spent or too old */
    static Optional<UserId> spend(Handle handle, String tokenHash, Purpose purpose, Instant now) {
        return handle.createQuery(SPEND)
                .bind("hash", tokenHash)
                .bind("purpose", purpose.name())
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne()
                .map(UserId::new);
    }
}
