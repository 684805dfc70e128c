package io.productsnap.persistence.postgres;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code one_time_link}: links that nobody has followed yet. */
final class LinkRows {

    private static final String REPLACE = """
        /* link_replace */
        insert into productsnap.one_time_link (token_hash, purpose, user_id, expires_at, address)
        values (:hash, :purpose, :user, :expires, :address)
        on conflict (user_id, purpose) do update
           set token_hash = excluded.token_hash, expires_at = excluded.expires_at, address = excluded.address
        """;

    // Deleting is spending: of twenty at a time one gets the row.
    private static final String SPEND = """
        /* link_spend */
        delete from productsnap.one_time_link
         where token_hash = :hash and purpose = :purpose and expires_at > :now
        returning *
        """;

    private static final String FIND = """
        /* link_find */
        select * from productsnap.one_time_link
         where token_hash = :hash and purpose = :purpose and expires_at > :now
        """;

    private static final String VOID = """
        /* link_void */
        delete from productsnap.one_time_link where user_id = :user and purpose <> 'VERIFY_EMAIL'
        """;

    private static final String VOID_ALL = """
        /* link_void_all */
        delete from productsnap.one_time_link where user_id = :user
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
                .bind("address", link.address().map(EmailAddress::value))
                .execute();
    }

    /** @return the link as it was; empty when it is unknown, spent or too old */
    static Optional<OneTimeLink> spend(Handle handle, String tokenHash, Purpose purpose, Instant now) {
        return one(handle, SPEND, tokenHash, purpose, now);
    }

    /** Leaves it unspent. */
    static Optional<OneTimeLink> find(Handle handle, String tokenHash, Purpose purpose, Instant now) {
        return one(handle, FIND, tokenHash, purpose, now);
    }

    private static Optional<OneTimeLink> one(
            Handle handle, String query, String tokenHash, Purpose purpose, Instant now) {
        return handle.createQuery(query)
                .bind("hash", tokenHash)
                .bind("purpose", purpose.name())
                .bind("now", now)
                .map(LinkRows::read)
                .findOne();
    }

    /** All that would change the user's password or address. */
    static void voidChanges(Handle handle, UserId user) {
        handle.createUpdate(VOID).bind("user", user.value()).execute();
    }

    static void voidAll(Handle handle, UserId user) {
        handle.createUpdate(VOID_ALL).bind("user", user.value()).execute();
    }

    private static OneTimeLink read(ResultSet row, StatementContext context) throws SQLException {
        return new OneTimeLink(
                row.getString("token_hash"),
                Purpose.valueOf(row.getString("purpose")),
                new UserId(Columns.uuid(row, "user_id")),
                Columns.instant(row, "expires_at"),
                Optional.ofNullable(row.getString("address")).map(EmailAddress::new));
    }
}
